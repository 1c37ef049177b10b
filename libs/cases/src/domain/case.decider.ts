import { unreachable, type Decider } from '#kernel';
import { assignCase, reassignCase } from './assigning.js';
import type { CaseCommand } from './case.commands.js';
import type { CaseContext } from './case-context.js';
import type { CaseEvent } from './case.events.js';
import { evolveCase, initialCase, type Case } from './case.state.js';
import { escalate, takeEscalationAction } from './escalation.js';
import {
  acknowledge,
  addProgress,
  declineAssignment,
  extendLimit,
  handleImmediately,
  recordFirstResponse,
  resolveCase,
  transferOut,
  withdrawCase,
} from './handling.js';
import { acceptCase, registerCase, rejectCase } from './intake.js';
import { concludeReview, decideCountyReview, reopenOnLateRating } from './review-rounds.js';

/** One resident request, dispute, report or petition (`docs/domain.md §5.1`). */
export const caseDecider: Decider<Case, CaseCommand, CaseEvent, CaseContext> = {
  initialState: initialCase,
  evolve: evolveCase,
  decide: (command, state, context) => {
    switch (command.type) {
      case 'RegisterCase':
        return registerCase(command, state, context);
      case 'AcceptCase':
        return acceptCase(command, state, context);
      case 'RejectCase':
        return rejectCase(command, state, context);
      case 'AssignCase':
        return assignCase(command, state, context);
      case 'Acknowledge':
        return acknowledge(command, state, context);
      case 'DeclineAssignment':
        return declineAssignment(command, state, context);
      case 'RecordFirstResponse':
        return recordFirstResponse(command, state, context);
      case 'AddProgress':
        return addProgress(command, state, context);
      case 'ResolveCase':
        return resolveCase(command, state, context);
      case 'HandleImmediately':
        return handleImmediately(command, state, context);
      case 'ExtendLimit':
        return extendLimit(command, state, context);
      case 'ReassignCase':
        return reassignCase(command, state, context);
      case 'TransferOut':
        return transferOut(command, state, context);
      case 'WithdrawCase':
        return withdrawCase(command, state, context);
      case 'ConcludeReview':
        return concludeReview(command, state, context);
      case 'ReopenOnLateRating':
        return reopenOnLateRating(command, state, context);
      case 'DecideCountyReview':
        return decideCountyReview(command, state, context);
      case 'Escalate':
        return escalate(command, state, context);
      case 'TakeEscalationAction':
        return takeEscalationAction(command, state, context);
      default:
        return unreachable(command);
    }
  },
};
