import type { ProcessManager } from '#kernel';
import { rungsOfAgreement } from './agreement.js';
import type { FollowUpAgreement } from './mediation.commands.js';
import type { MediationEvent } from './mediation.events.js';
import { evolveMediation, initialMediation, type Mediation } from './mediation.state.js';

/**
 * Looks after an agreement, however long ago its case was closed: over when nothing is waited for any more. The decider
 * sets the instants, the process only waits for them (`docs/domain.md §5.2`).
 */
export const agreementProcess: ProcessManager<Mediation, MediationEvent, FollowUpAgreement> = {
  initialState: initialMediation,
  evolve: evolveMediation,
  timetable: ({ stage, agreement }) => {
    const rungs = agreement ? rungsOfAgreement(agreement) : [];
    return { stage, rungs, closed: rungs.length === 0 };
  },
  order: (rung) => ({ type: 'FollowUpAgreement', data: rung }),
};

/** What it begins with: a mediation that has come to no agreement yet is followed by nobody. */
export const BEGINS_FOLLOW_UP: readonly MediationEvent['type'][] = ['OralAgreementReached', 'AgreementEffective'];
