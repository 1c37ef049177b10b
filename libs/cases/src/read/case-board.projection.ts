import type { CaseEvent } from '#cases/domain';
import type { AnyEvent } from '#kernel';
import type { MediationEvent } from '#mediation/domain';
import { defineProjection, patch, remove, upsert, type EventMeta } from '#projections';
import { changesOf, type CaseChange } from './case-board.rows.js';
import { caseBoardTables } from './case-board.tables.js';

const OF_CASE: Readonly<Record<CaseEvent['type'], true>> = {
  CaseRegistered: true,
  CaseAccepted: true,
  RiskAssessed: true,
  CaseRejected: true,
  CaseAssigned: true,
  AssignmentRelaxed: true,
  CaseReassigned: true,
  SubstituteMissing: true,
  AssignmentDeclined: true,
  CaseAcknowledged: true,
  FirstResponseRecorded: true,
  ProgressRecorded: true,
  LimitExtended: true,
  CaseResolved: true,
  CaseTransferredOut: true,
  CaseWithdrawn: true,
  CaseClosed: true,
  CaseReopened: true,
  CountyReviewOpened: true,
  CountyReviewDecided: true,
  StepWarned: true,
  StepOverdue: true,
  CaseEscalated: true,
  SupervisionReminded: true,
  EscalationActionTaken: true,
  MediationRequested: true,
  MediationConsented: true,
  ConsentReminded: true,
  MediatorAppointed: true,
  MediationConcluded: true,
  MediationBarred: true,
  TierRaised: true,
  TierRaiseObjected: true,
  NextTierOffered: true,
  TierOfferAnswered: true,
  TierOfferLapsed: true,
  TierBudgetStretched: true,
  CaseSuspended: true,
  CaseResumed: true,
  CaseMerged: true,
  CaseAbsorbed: true,
  PriorityRaised: true,
  DuplicateJudged: true,
  JudgementNoted: true,
  AbsorptionDeclined: true,
  MergeUndone: true,
  DueTimeRecomputed: true,
  AbsorptionUndone: true,
  FollowUpCaseOpened: true,
  PoliceReported: true,
  PoliceResultRecorded: true,
  TransferReceiptRecorded: true,
  RepresentativesNamed: true,
  RiskTold: true,
  RiskChecked: true,
  RiskCheckMissed: true,
  RiskLowered: true,
  ConfidentialityRaised: true,
  NamedReaderAdded: true,
  NamedReaderRemoved: true,
  RecusalDeclared: true,
  OutsideLawMarked: true,
  OutsideLawDecided: true,
  CountyReviewAsked: true,
  AcceptanceNoticed: true,
  PetitionReplied: true,
  AnswerDelivered: true,
  ReExaminationRequested: true,
  ReExaminationAnswered: true,
  FinalReviewRequested: true,
  FinalReviewAnswered: true,
  PetitionFinalised: true,
  FinalPetitionLinked: true,
  WithdrawalRequested: true,
  WithdrawalLapsed: true,
  AgencyEntrusted: true,
  MissingMaterialsListed: true,
  MaterialsReminded: true,
  MaterialsCompleted: true,
  AgencyReturned: true,
  AgencySubmitted: true,
  AgencyResultReceived: true,
  AgencyDelivered: true,
  AgencyArchived: true,
  SavingRecorded: true,
  OriginalMoved: true,
};

/** What the mediation's own stream adds: how far it has come, when the parties meet next, what they owe (`docs/domain.md §5.2`). */
const ofMediation = (event: MediationEvent): CaseChange[] => {
  const { mediationId, caseId } = event.data;
  const at = (stage: string) => [patch('case_mediation', { mediation_id: mediationId }, { stage })];
  switch (event.type) {
    case 'PartyConsented':
      return event.data.all ? at('SCHEDULED') : [];
    case 'SessionScheduled': {
      const { session, startsAt, endsAt, form } = event.data;
      const row = { mediation_id: mediationId, session, case_id: caseId, starts_at: startsAt, ends_at: endsAt, form };
      return [...at('IN_SESSION'), upsert('case_session', row)];
    }
    case 'SessionHeld':
      return [remove('case_session', { mediation_id: mediationId, session: event.data.session })];
    case 'OralAgreementReached':
    case 'AgreementEffective': {
      const { terms, followUp } = event.data;
      const dueOn = new Map(terms.map((one) => [one.term, one.dueOn]));
      const rows = (followUp?.checks ?? []).map(({ term, due }) => ({
        ...{ mediation_id: mediationId, term, case_id: caseId },
        ...{ due_on: dueOn.get(term) ?? '', due_at: due.at, urged: 0 },
      }));
      const window = followUp?.confirmation;
      return [
        ...at('PERFORMING'),
        ...rows.map((row) => upsert('case_term', row)),
        ...(window
          ? [
              upsert('case_window', {
                ...{ mediation_id: mediationId, case_id: caseId },
                ...{ remind_at: window.remindAt, ends_at: window.due.at },
              }),
            ]
          : []),
      ];
    }
    case 'TermPerformed':
      return [remove('case_term', { mediation_id: mediationId, term: event.data.term })];
    case 'PerformanceUrged': {
      const { term, due } = event.data;
      return [patch('case_term', { mediation_id: mediationId, term }, { due_at: due.at, urged: 1 })];
    }
    case 'ConfirmationApplied':
    case 'ConfirmationWindowClosed':
      return [remove('case_window', { mediation_id: mediationId })];
    case 'AgreementFulfilled':
      // nothing is left that a court would have to enforce
      return [...at('FULFILLED'), remove('case_window', { mediation_id: mediationId })];
    case 'AgreementBreached':
      return at('BREACHED');
    default:
      return [];
  }
};

const OF_MEDIATION: readonly MediationEvent['type'][] = [
  ...(['PartyConsented', 'SessionScheduled', 'SessionHeld', 'OralAgreementReached', 'AgreementEffective'] as const),
  ...(['TermPerformed', 'PerformanceUrged', 'AgreementFulfilled', 'AgreementBreached'] as const),
  ...(['ConfirmationApplied', 'ConfirmationWindowClosed'] as const),
];

/** Every case with its running limits, its mediation, its next session and what was agreed: lists, boards, the overdue ladder. */
export const caseBoard = defineProjection<AnyEvent, typeof caseBoardTables>({
  name: 'case-board',
  version: 4,
  tables: caseBoardTables,
  on: {
    ...Object.fromEntries(
      Object.keys(OF_CASE).map((type) => [
        type,
        (event: AnyEvent, meta: EventMeta) => changesOf(event as CaseEvent, meta),
      ]),
    ),
    ...Object.fromEntries(
      OF_MEDIATION.map((type) => [type, (event: AnyEvent) => ofMediation(event as MediationEvent)]),
    ),
  },
});
