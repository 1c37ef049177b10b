import { unreachable, type Decider } from '#kernel';
import { draftAgreement, recordOralAgreement, sealAgreement, signAgreement } from './agreements.js';
import { applyConfirmation, recordCourtResult } from './confirming.js';
import { proposeMediation, recordConsent } from './consenting.js';
import { endMediation, noteViolenceSign, recordFailure, terminateByParty } from './endings.js';
import { extendMediation } from './extending.js';
import { followUpAgreement } from './following-up.js';
import type { MediationCommand } from './mediation.commands.js';
import { assertNotReplaced, type MediationContext } from './mediation-context.js';
import type { MediationEvent } from './mediation.events.js';
import { evolveMediation, initialMediation, type Mediation } from './mediation.state.js';
import { answerMediator, proposeMediator } from './mediators.js';
import { recordPerformance } from './performing.js';
import { postponeSession } from './postponing.js';
import { recordSession, scheduleSession } from './sessions.js';

/** One attempt to settle a dispute at one tier (`docs/domain.md §5.2`). */
export const mediationDecider: Decider<Mediation, MediationCommand, MediationEvent, MediationContext> = {
  initialState: initialMediation,
  evolve: evolveMediation,
  decide: (command, state, context) => {
    assertNotReplaced(state, context);
    switch (command.type) {
      case 'ProposeMediation':
        return proposeMediation(command, state, context);
      case 'RecordConsent':
        return recordConsent(command, state, context);
      case 'ProposeMediator':
        return proposeMediator(command, state, context);
      case 'AnswerMediator':
        return answerMediator(command, state, context);
      case 'ScheduleSession':
        return scheduleSession(command, state, context);
      case 'PostponeSession':
        return postponeSession(command, state, context);
      case 'RecordSession':
        return recordSession(command, state, context);
      case 'ExtendMediation':
        return extendMediation(command, state, context);
      case 'TerminateByParty':
        return terminateByParty(command, state, context);
      case 'RecordFailure':
        return recordFailure(command, state, context);
      case 'NoteViolenceSign':
        return noteViolenceSign(command, state, context);
      case 'RecordOralAgreement':
        return recordOralAgreement(command, state, context);
      case 'DraftAgreement':
        return draftAgreement(command, state, context);
      case 'SignAgreement':
        return signAgreement(command, state, context);
      case 'SealAgreement':
        return sealAgreement(command, state, context);
      case 'RecordPerformance':
        return recordPerformance(command, state, context);
      case 'FollowUpAgreement':
        return followUpAgreement(command, state, context);
      case 'ApplyConfirmation':
        return applyConfirmation(command, state, context);
      case 'RecordCourtResult':
        return recordCourtResult(command, state, context);
      case 'EndMediation':
        return endMediation(command, state, context);
      default:
        return unreachable(command);
    }
  },
};
