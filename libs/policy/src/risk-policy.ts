import type { Limit } from '#working-time';
import type { Priority, RiskLevel } from './codes.js';
import { CD, h, m } from './limits.js';

/** `docs/domain.md §4.4`. */
export interface RiskPolicy {
  readonly violence: readonly [none: number, sign: number, grave: number];
  readonly group: readonly { readonly from: number; readonly score: number }[];
  /** `types`: patterns of the case types where the same dispute may come again. */
  readonly relapse: {
    readonly types: readonly string[];
    readonly days: number;
    readonly second: number;
    readonly third: number;
  };
  readonly vulnerable: number;
  /** `from` in fen. */
  readonly amount: readonly { readonly from: number; readonly score: number }[];
  readonly age: readonly { readonly overDays: number; readonly score: number }[];
  readonly levels: { readonly RED: number; readonly ORANGE: number; readonly YELLOW: number };
  readonly forcedRedGroup: number;
  readonly watch: Readonly<Record<RiskLevel, RiskWatch>>;
  /** From acceptance. */
  readonly policeReport: Readonly<Record<Priority, Limit>>;
}

export interface RiskWatch {
  readonly tellDeputyLeader: Limit | null;
  readonly tellCounty: Limit | null;
  /** From the last check. */
  readonly checkEvery: Limit;
  /** Who may lower the case from this level. */
  readonly loweredBy: 'CENTRE_DIRECTOR' | 'CHIEF_LEADER';
}

const YUAN = 100;

/** `docs/domain.md §4.4`. */
export const RISK_POLICY: RiskPolicy = {
  violence: [0, 15, 30],
  group: [
    { from: 5, score: 10 },
    { from: 10, score: 15 },
    { from: 20, score: 20 },
    { from: 30, score: 25 },
  ],
  relapse: { types: ['DSP-*', 'RPT-DOM'], days: 180, second: 8, third: 15 },
  vulnerable: 10,
  amount: [
    { from: 10_000 * YUAN, score: 5 },
    { from: 100_000 * YUAN, score: 10 },
  ],
  age: [
    { overDays: 15, score: 5 },
    { overDays: 30, score: 10 },
  ],
  levels: { RED: 70, ORANGE: 50, YELLOW: 30 },
  forcedRedGroup: 30,
  watch: {
    RED: { tellDeputyLeader: m(30), tellCounty: m(60), checkEvery: CD(1), loweredBy: 'CHIEF_LEADER' },
    ORANGE: { tellDeputyLeader: h(4), tellCounty: null, checkEvery: CD(3), loweredBy: 'CENTRE_DIRECTOR' },
    YELLOW: { tellDeputyLeader: null, tellCounty: null, checkEvery: CD(7), loweredBy: 'CENTRE_DIRECTOR' },
    BLUE: { tellDeputyLeader: null, tellCounty: null, checkEvery: CD(30), loweredBy: 'CENTRE_DIRECTOR' },
  },
  policeReport: { P1: m(15), P2: h(2), P3: h(2), P4: h(2) },
};
