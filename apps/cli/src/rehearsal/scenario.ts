import type { Instant } from '#kernel';

/** Selects one cadre of the county: the first (or n-th) who serves in the role at the place. */
export interface PersonSelector {
  readonly id?: string;
  readonly role?: string;
  /** Village, township or unit code; none means the county. */
  readonly at?: string;
  readonly skill?: string;
  readonly nth: number;
}

/** A county of a few people, written into the scenario itself. */
export interface InlineCounty {
  readonly townships: readonly { readonly code: string; readonly villages: number }[];
  readonly cadres: readonly InlineCadre[];
}

export interface InlineCadre {
  readonly id: string;
  readonly role: string;
  readonly at: string;
  readonly skills: Readonly<Record<string, number>>;
}

export interface CommandStep {
  readonly by: string;
  readonly type: string;
  /** Case, or cadre, that the command goes to. */
  readonly target: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly refused?: { readonly code: string; readonly detail: Readonly<Record<string, unknown>> };
}

export interface ExpectedEvent {
  readonly line: number;
  readonly at: Instant;
  readonly type: string;
  readonly caseName?: string;
  readonly data: Readonly<Record<string, unknown>>;
}

export type Ratio = { readonly good: number; readonly of: number };
export type ExpectedFigures = Readonly<Record<string, Ratio | number | Readonly<Record<string, Ratio | number>>>>;

export interface Step {
  readonly line: number;
  readonly at: Instant;
  readonly caseName: string;
  readonly command?: CommandStep;
  readonly expect: readonly ExpectedEvent[];
  /** All limits that run after the step; a missing one is a difference, as is one too many. */
  readonly dues?: Readonly<Record<string, Instant>>;
  /** All rungs still ahead of the steps named. */
  readonly rungs?: Readonly<Record<string, Readonly<Record<string, Instant>>>>;
  readonly state?: Readonly<Record<string, unknown>>;
  readonly remember: Readonly<Record<string, string>>;
  readonly figures?: ExpectedFigures;
  readonly silent?: { readonly until: Instant; readonly except: readonly string[] };
}

/** A rehearsal as its file tells it (`docs/rehearsal.md`). */
export interface Scenario {
  readonly file: string;
  readonly title: string;
  readonly at: Instant;
  readonly county: 'demo' | InlineCounty;
  readonly people: Readonly<Record<string, PersonSelector>>;
  /** Draw that decides whether a case is reviewed where only a sample is. */
  readonly reviewDraw: number;
  /** Types of events that need not be told. */
  readonly ignore: readonly string[];
  readonly steps: readonly Step[];
}

/** One fault of a scenario file. */
export interface Fault {
  readonly line: number;
  readonly text: string;
}

export class InvalidScenario extends Error {
  override readonly name = 'InvalidScenario';
  constructor(
    readonly file: string,
    readonly faults: readonly Fault[],
  ) {
    super(faults.map(({ line, text }) => `${file}:${line}: ${text}`).join('\n'));
  }
}
