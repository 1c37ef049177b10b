import type { Event, Instant } from '#kernel';
import type { RiskLevel } from '#policy';
import type { CadreId, Recipient, SealedText } from './case-types.js';

/** When a danger is looked at next: by a person, and by itself where that may raise it (`docs/domain.md §4.4`). */
export interface RiskWatch {
  readonly checkDueAt: Instant;
  /** The midnight at which the age of the case, or who joined it, lifts the level; none where nothing will. */
  readonly rescoreAt?: Instant;
}

export type RiskChecked = Event<
  'RiskChecked',
  { readonly by: CadreId; readonly level: RiskLevel; readonly note: SealedText; readonly watch: RiskWatch }
>;
export type RiskCheckMissed = Event<
  'RiskCheckMissed',
  {
    readonly level: RiskLevel;
    readonly dueAt: Instant;
    readonly to: readonly Recipient[];
    readonly watch: RiskWatch;
  }
>;
export type RiskLowered = Event<
  'RiskLowered',
  {
    readonly by: CadreId;
    readonly from: RiskLevel;
    readonly level: RiskLevel;
    readonly reason: SealedText;
    readonly watch: RiskWatch;
  }
>;
export type CaseRiskEvent = RiskChecked | RiskCheckMissed | RiskLowered;
