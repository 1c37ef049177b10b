import { unreachable, type Decider } from '#kernel';
import {
  archiveAgency,
  checkMaterials,
  deliverAgency,
  entrustAgency,
  moveOriginal,
  recordAgencyResult,
  recordSaving,
  submitAgency,
  supplyMaterials,
} from './agency.js';
import { assignCase, reassignCase } from './assigning.js';
import type { CaseCommand } from './case.commands.js';
import { assertNotReplaced, withItsPromises, type CaseContext } from './case-context.js';
import type { CaseEvent } from './case.events.js';
import { evolveCase } from './case.evolve.js';
import { initialCase, type Case } from './case.state.js';
import { escalate, takeEscalationAction } from './escalation.js';
import { openFollowUp } from './following-case.js';
import {
  acknowledge,
  addProgress,
  declineAssignment,
  extendLimit,
  handleImmediately,
  recordFirstResponse,
  transferOut,
} from './handling.js';
import { handOverCase } from './handing-over.js';
import { acceptCase, registerCase, rejectCase } from './intake.js';
import {
  barMediation,
  concludeMediation,
  noteConsents,
  noteExtension,
  noteMediator,
  startMediation,
} from './mediating.js';
import { judgeDuplicate, noteJudgement } from './judging-duplicates.js';
import { absorbCase, mergeCase, undoAbsorption, unmergeCase } from './merging.js';
import { askCountyReview, decideOutsideLaw } from './outside-law.js';
import {
  answerExamination,
  deliverAnswer,
  linkFinalPetition,
  noticeAcceptance,
  requestExamination,
} from './petition.js';
import { recordPoliceResult, reportToPolice } from './police.js';
import { addNamedReader, raiseConfidentiality, removeNamedReader } from './protecting.js';
import { declareRecusal } from './recusal.js';
import { nameRepresentatives } from './representatives.js';
import { recomputeDueTimes } from './recomputing.js';
import { resolveCase } from './resolving.js';
import { concludeReview, decideCountyReview, reopenOnLateRating } from './review-rounds.js';
import { resumeCase, suspendCase } from './suspending.js';
import { checkRisk, lowerRisk } from './risk-watch.js';
import { recordRiskTold } from './telling-of-risk.js';
import { answerTierOffer, objectToRaise, raiseTier } from './tiers.js';
import { recordTransferReceipt } from './transfer-receipt.js';
import { confirmWithdrawal, withdrawCase } from './withdrawing.js';

/** One resident request, dispute, report or petition (`docs/domain.md §5.1`). */
export const caseDecider: Decider<Case, CaseCommand, CaseEvent, CaseContext> = {
  initialState: initialCase,
  evolve: evolveCase,
  decide: (command, state, gathered) => {
    assertNotReplaced(command, state, gathered);
    const context = withItsPromises(gathered, state);
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
      case 'HandOverCase':
        return handOverCase(command, state, context);
      case 'ReassignCase':
        return reassignCase(command, state, context);
      case 'TransferOut':
        return transferOut(command, state, context);
      case 'WithdrawCase':
        return withdrawCase(command, state, context);
      case 'ConfirmWithdrawal':
        return confirmWithdrawal(command, state, context);
      case 'NoticeAcceptance':
        return noticeAcceptance(command, state, context);
      case 'DeliverAnswer':
        return deliverAnswer(command, state, context);
      case 'RequestExamination':
        return requestExamination(command, state, context);
      case 'AnswerExamination':
        return answerExamination(command, state, context);
      case 'LinkFinalPetition':
        return linkFinalPetition(command, state, context);
      case 'EntrustAgency':
        return entrustAgency(command, state, context);
      case 'CheckMaterials':
        return checkMaterials(command, state, context);
      case 'SupplyMaterials':
        return supplyMaterials(command, state, context);
      case 'SubmitAgency':
        return submitAgency(command, state, context);
      case 'RecordAgencyResult':
        return recordAgencyResult(command, state, context);
      case 'DeliverAgency':
        return deliverAgency(command, state, context);
      case 'ArchiveAgency':
        return archiveAgency(command, state, context);
      case 'RecordSaving':
        return recordSaving(command, state, context);
      case 'MoveOriginal':
        return moveOriginal(command, state, context);
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
      case 'StartMediation':
        return startMediation(command, state, context);
      case 'BarMediation':
        return barMediation(command, state, context);
      case 'NoteConsents':
        return noteConsents(command, state, context);
      case 'NoteMediator':
        return noteMediator(command, state, context);
      case 'NoteExtension':
        return noteExtension(command, state, context);
      case 'ConcludeMediation':
        return concludeMediation(command, state, context);
      case 'RaiseTier':
        return raiseTier(command, state, context);
      case 'ObjectToRaise':
        return objectToRaise(command, state, context);
      case 'AnswerTierOffer':
        return answerTierOffer(command, state, context);
      case 'SuspendCase':
        return suspendCase(command, state, context);
      case 'ResumeCase':
        return resumeCase(command, state, context);
      case 'MergeCase':
        return mergeCase(command, state, context);
      case 'AbsorbCase':
        return absorbCase(command, state, context);
      case 'UnmergeCase':
        return unmergeCase(command, state, context);
      case 'UndoAbsorption':
        return undoAbsorption(command, state, context);
      case 'ReportToPolice':
        return reportToPolice(command, state, context);
      case 'RecordPoliceResult':
        return recordPoliceResult(command, state, context);
      case 'RecordTransferReceipt':
        return recordTransferReceipt(command, state, context);
      case 'NameRepresentatives':
        return nameRepresentatives(command, state, context);
      case 'RecordRiskTold':
        return recordRiskTold(command, state, context);
      case 'CheckRisk':
        return checkRisk(command, state, context);
      case 'LowerRisk':
        return lowerRisk(command, state, context);
      case 'OpenFollowUp':
        return openFollowUp(command, state, context);
      case 'DecideOutsideLaw':
        return decideOutsideLaw(command, state, context);
      case 'AskCountyReview':
        return askCountyReview(command, state, context);
      case 'RaiseConfidentiality':
        return raiseConfidentiality(command, state, context);
      case 'AddNamedReader':
        return addNamedReader(command, state, context);
      case 'RemoveNamedReader':
        return removeNamedReader(command, state, context);
      case 'DeclareRecusal':
        return declareRecusal(command, state, context);
      case 'JudgeDuplicate':
        return judgeDuplicate(command, state, context);
      case 'NoteJudgement':
        return noteJudgement(command, state, context);
      case 'RecomputeDueTimes':
        return recomputeDueTimes(command, state, context);
      default:
        return unreachable(command);
    }
  },
};
