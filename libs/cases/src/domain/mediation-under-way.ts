import type { Instant } from '#kernel';
import type { OpenedCase } from './case-context.js';
import type { MediationConcluded, MediationOutcome } from './case-mediation.events.js';
import type { CaseEvent } from './case.events.js';
import type { CaseStage } from './case-types.js';

/** Stages in which a case may go to another tier (`docs/domain.md §5.1`). */
export const AT_WORK: readonly CaseStage[] = ['ACCEPTED', 'ASSIGNED', 'ACKNOWLEDGED', 'IN_PROGRESS', 'IN_MEDIATION'];

/** Who is at odds; somebody who only told of it (`OTHER`) is asked at the review, not brought to the table. */
export const disputing = ({ file }: OpenedCase): readonly string[] =>
  file.parties.filter(({ side }) => side !== 'OTHER').map(({ partyId }) => partyId);

export const conclusion = (
  { mediation, file }: OpenedCase,
  outcome: MediationOutcome,
  at: Instant,
  more: Partial<MediationConcluded['data']> = {},
): MediationConcluded => ({
  type: 'MediationConcluded',
  occurredAt: at,
  data: { mediationId: mediation!.mediationId, outcome, tier: file.tier, clocks: [], ...more },
});

/** The case ends what is under way; its mediation hears of it by reaction. Nothing where there is none. */
export const endedByCase = (
  state: OpenedCase,
  outcome: MediationOutcome,
  because: NonNullable<MediationConcluded['data']['endedByCase']>,
  at: Instant,
): CaseEvent[] => (state.mediation ? [conclusion(state, outcome, at, { endedByCase: because })] : []);
