import type { PolicySet } from '#policy';
import type { AssignmentDecision } from './assignment.types.js';
import type { CadreId, TownshipId } from './case-types.js';
import type { CaseNeeds } from './hard-rules.js';
import type { ScoredCase } from './score.js';

export interface Assignment {
  readonly handler: CadreId;
  readonly coHandlers: readonly CadreId[];
  readonly decision: AssignmentDecision;
}

export interface AssignmentQuestion {
  readonly needs: CaseNeeds;
  readonly scored: ScoredCase;
  /** Townships in the county's cyclic order (`docs/domain.md §8` R2). */
  readonly townshipOrder: readonly TownshipId[];
}

/** The numbers an assignment goes by. */
export type AssignmentNumbers = Pick<PolicySet, 'assignment' | 'review'>;
