import type { CaseContext } from './case-context.js';
import type { CaseCommand, RegisterCase } from './case.commands.js';
import type { CaseStep } from './step-clock.js';
import {
  acknowledge,
  assign,
  cadre,
  candidate,
  cases,
  certificate,
  director,
  li,
  pool,
  respond,
} from './case.fixture.js';

export const wang = { ...li, partyId: 'wang', side: 'RESPONDENT' } as const;
export const witness = { ...li, partyId: 'witness', side: 'OTHER' } as const;
export const anna = { actor: cadre('anna') };
export const lead = { actor: director };

const mediators = pool(
  ...['anna', 'bo'].map((id) =>
    candidate(id, { certificates: { 'STB-03': certificate(2), 'ORG-20': certificate(1) } }),
  ),
  candidate('kay', { townshipId: null, certificates: { 'STB-03': certificate(3), 'ORG-20': certificate(1) } }),
);

/** Two neighbours over drainage, from Monday 9 March 2026 on: the village has them until 16 March, 24:00. */
const drainage = (fields: Partial<RegisterCase['data']> = {}) => ({
  typeCode: 'DSP-WTR',
  parties: [li, wang],
  ...fields,
});

const kay = { actor: cadre('kay') };
const raise: CaseCommand = { type: 'RaiseTier', data: { because: 'PARTIES', reason: 'it concerns the county' } };

export const mediate: CaseCommand = { type: 'StartMediation', data: {} };
export const concluded = (
  outcome: 'AGREED' | 'FAILED' | 'TERMINATED' | 'DECLINED',
  mediationId = 'c1-m1',
): CaseCommand => ({ type: 'ConcludeMediation', data: { mediationId, outcome } });

export const disputes = {
  inProgress: (fields: Partial<RegisterCase['data']> = {}, given: Partial<CaseContext> = {}) =>
    cases.inProgress(drainage(fields), { pool: mediators, ...given }),
  inMediation: (fields: Partial<RegisterCase['data']> = {}, given: Partial<CaseContext> = {}) =>
    disputes.inProgress(fields, given).after(mediate, anna),
  /** In mediation by `kay` of the county, who had it from nobody. */
  atCounty: () =>
    cases
      .accepted(drainage(), { pool: mediators })
      .after(raise, lead)
      .after(raise, lead)
      .after(assign, lead)
      .after(acknowledge, kay)
      .after(respond, kay)
      .after(mediate, kay),
};

/** The order that a wait of the case gives when it is over. */
export const due = (
  clocks: readonly {
    step: CaseStep;
    round: number;
    attempt: number;
    rungs: readonly { level: string; at: number }[];
  }[],
  step: CaseStep,
  level = 'END',
): { command: CaseCommand; now: number } => {
  const clock = clocks.find((one) => one.step === step);
  const rung = clock?.rungs.find((one) => one.level === level);
  if (!clock || !rung) throw new Error(`no ${level} of ${step} is ahead`);
  const { round, attempt } = clock;
  return { command: { type: 'Escalate', data: { step, round, attempt, level, at: rung.at } }, now: rung.at };
};
