import { can, type Subject } from '#access/domain';
import { caseTypeOf, policyOf } from '#policy';
import type { Case, CaseCommand, CaseStage, CaseStep } from '#cases/domain';
import { ACTION_OF, resourceOf } from './case-access.js';

type CommandType = CaseCommand['type'];

const WORKING: readonly CommandType[] = [
  'ExtendLimit',
  'ReassignCase',
  'RaiseTier',
  'ObjectToRaise',
  'AnswerTierOffer',
];
const ALWAYS_BEFORE_RESOLVED: readonly CommandType[] = [
  ...(['TransferOut', 'WithdrawCase', 'TakeEscalationAction', 'ReportToPolice', 'RecordPoliceResult'] as const),
  ...(['NameRepresentatives', 'RecordRiskTold', 'OpenFollowUp', 'CheckRisk', 'LowerRisk'] as const),
  ...(['RaiseConfidentiality', 'AddNamedReader', 'RemoveNamedReader', 'DeclareRecusal'] as const),
  ...(['NoticeAcceptance', 'ConfirmWithdrawal'] as const),
  ...(['EntrustAgency', 'RecordAgencyResult', 'MoveOriginal'] as const),
];

/** Commands that people may give at each stage (`docs/domain.md §5.1`); what the system orders is not among them. */
const AT: Readonly<Partial<Record<CaseStage, readonly CommandType[]>>> = {
  REGISTERED: [
    'LinkFinalPetition',
    'AcceptCase',
    'RejectCase',
    'HandleImmediately',
    'MergeCase',
    ...ALWAYS_BEFORE_RESOLVED,
  ],
  ACCEPTED: ['AssignCase', 'MergeCase', 'RaiseTier', 'ObjectToRaise', 'AnswerTierOffer', ...ALWAYS_BEFORE_RESOLVED],
  ASSIGNED: ['Acknowledge', 'DeclineAssignment', ...WORKING, ...ALWAYS_BEFORE_RESOLVED],
  ACKNOWLEDGED: ['RecordFirstResponse', 'CheckMaterials', ...WORKING, ...ALWAYS_BEFORE_RESOLVED],
  IN_PROGRESS: [
    ...(['CheckMaterials', 'SubmitAgency', 'DeliverAgency'] as const),
    ...(['AddProgress', 'ResolveCase', 'StartMediation', 'BarMediation', 'SuspendCase'] as const),
    ...WORKING,
    ...ALWAYS_BEFORE_RESOLVED,
  ],
  IN_MEDIATION: [
    ...(['BarMediation', 'SuspendCase', 'ReassignCase', 'RaiseTier', 'ObjectToRaise'] as const),
    ...ALWAYS_BEFORE_RESOLVED,
  ],
  SUSPENDED: ['SupplyMaterials', 'ResumeCase', 'ReassignCase', 'ObjectToRaise', ...ALWAYS_BEFORE_RESOLVED],
  MERGED: ['UnmergeCase'],
  RESOLVED: [
    ...(['ArchiveAgency', 'RecordSaving', 'MoveOriginal'] as const),
    ...(['NoticeAcceptance', 'DeliverAnswer', 'RequestExamination', 'AnswerExamination'] as const),
    ...(['DecideOutsideLaw', 'DeclareRecusal', 'RaiseConfidentiality'] as const),
    ...(['TakeEscalationAction', 'ReportToPolice', 'RecordPoliceResult', 'RecordRiskTold', 'OpenFollowUp'] as const),
  ],
  COUNTY_REVIEW: ['DecideCountyReview', 'DeclareRecusal', 'RecordPoliceResult', 'OpenFollowUp'],
  REJECTED: ['NoticeAcceptance'],
  TRANSFERRED_OUT: ['RecordTransferReceipt', 'RecordPoliceResult', 'OpenFollowUp'],
  CLOSED: ['ArchiveAgency', 'RecordSaving', 'AskCountyReview', 'RecordPoliceResult', 'OpenFollowUp'],
};

const escalatedToLeader = ({ escalated }: Case): boolean => Object.values(escalated).includes('E2');

const isOf = ({ file }: Case, group: string): boolean => file?.typeCode.startsWith(group) === true;
const owed = ({ clocks }: Case, step: CaseStep): boolean => clocks.some((clock) => clock.step === step);

/** Tiers and mediation are a matter of disputes, and of what has been said so far. */
const makesSense = (command: CommandType, state: Case): boolean => {
  const dispute =
    state.file !== undefined && caseTypeOf(policyOf(state.file.policyVersion), state.file.typeCode).dispute;
  switch (command) {
    case 'TakeEscalationAction':
      return escalatedToLeader(state);
    case 'StartMediation':
      return dispute && !state.agreed && !state.tierOffer && !state.barred;
    case 'BarMediation':
      return dispute && !state.barred && !state.agreed;
    case 'RaiseTier':
      return state.file?.tier !== 'K' && !state.agreed;
    case 'ObjectToRaise':
      return dispute && state.file?.tier !== 'K' && !state.objected && !state.agreed;
    case 'AnswerTierOffer':
      return state.tierOffer !== undefined;
    case 'ReportToPolice':
      return !state.policeReported;
    case 'RecordPoliceResult':
      return state.policeReported;
    case 'NameRepresentatives':
      return (state.file?.parties.length ?? 0) > 1;
    case 'RecordRiskTold':
      return owed(state, 'tellLeader') || owed(state, 'tellCounty');
    case 'RecordTransferReceipt':
      return owed(state, 'transferReceipt');
    case 'CheckRisk':
      return state.watch !== undefined;
    case 'LowerRisk':
      return state.watch !== undefined && state.risk?.level !== 'BLUE';
    case 'DecideOutsideLaw':
      return state.outsideLaw !== undefined;
    case 'AskCountyReview':
      return state.outsideLaw?.appealUntil !== undefined;
    case 'RaiseConfidentiality':
      return state.file?.confidentiality !== 'X';
    case 'AddNamedReader':
      return state.file?.confidentiality === 'X';
    case 'RemoveNamedReader':
      return state.readers.length > 0;
    case 'ConfirmWithdrawal':
      return state.withdrawal !== undefined;
    case 'NoticeAcceptance':
      return owed(state, 'notice');
    case 'DeliverAnswer':
      return owed(state, 'delivery');
    case 'RequestExamination':
      return state.petition !== undefined && !state.petition.asked && !state.petition.finalised;
    case 'AnswerExamination':
      return state.petition?.asked !== undefined;
    case 'EntrustAgency':
      return isOf(state, 'AGY-') && state.agency === undefined;
    case 'CheckMaterials':
      return state.agency?.stage === 'ENTRUSTED';
    case 'SupplyMaterials':
      return state.agency?.stage === 'MISSING' || state.agency?.stage === 'RETURNED';
    case 'ResumeCase':
      return state.agency === undefined || state.agency.missing.length === 0;
    case 'SubmitAgency':
      return state.agency?.stage === 'MATERIALS_CHECKED';
    case 'RecordAgencyResult':
      return state.agency?.stage === 'AWAITING_EXTERNAL';
    case 'DeliverAgency':
      return state.agency?.stage === 'APPROVED' || state.agency?.stage === 'REFUSED';
    case 'ArchiveAgency':
      return state.agency?.stage === 'DELIVERED';
    case 'RecordSaving':
      return isOf(state, 'AGY-') && state.agency?.saved !== true;
    case 'MoveOriginal':
      return state.agency !== undefined;
    case 'ResolveCase':
      return state.agency === undefined;
    case 'LinkFinalPetition':
      return isOf(state, 'PET-') && state.repeats === undefined;
    case 'OpenFollowUp':
      return state.stage !== 'REGISTERED';
    default:
      return true;
  }
};

/** What this person may do with the case as it stands now: what a page shows as buttons. */
export const allowedCommands = (state: Case, subject: Subject): readonly CommandType[] => {
  const resource = resourceOf(state);
  return (AT[state.stage] ?? []).filter(
    (command) => can(ACTION_OF[command], subject, resource) && makesSense(command, state),
  );
};
