import type { CaseCommand, CaseEvent, CaseStep, RungLevel } from '#cases/domain';
import type { CadreCommand, CadreEvent, HandoverEvent } from '#cadres/domain';
import type { DutyCommand, DutyEvent } from '#duty/domain';
import type { MediationCommand, MediationEvent } from '#mediation/domain';
import type { SupervisionOrderEvent } from '#oversight/domain';
import type { ReviewCommand, ReviewEvent } from '#reviews/domain';
import type { TrainingNeedEvent } from '#training/domain';

/** What a scenario may expect to happen. */
type ExpectableEvent =
  | (HandoverEvent | DutyEvent)['type']
  | (CaseEvent | MediationEvent | ReviewEvent | SupervisionOrderEvent | TrainingNeedEvent)['type']
  | Extract<
      CadreEvent['type'],
      'LeaveRequested' | 'LeaveApproved' | 'LeaveCancelled' | 'AwaitingPostSet' | 'OnCallChanged' | 'KinDeclared'
    >;

/** Every type once: the compiler tells when one is missing. */
const EVENTS: Readonly<Record<ExpectableEvent, true>> = {
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
  AbsorptionUndone: true,
  DueTimeRecomputed: true,
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
  MediationProposed: true,
  PartyConsented: true,
  PartyDeclined: true,
  ConsentLapsed: true,
  MediatorProposed: true,
  MediatorAccepted: true,
  MediatorRefused: true,
  RightsInformed: true,
  SessionScheduled: true,
  SessionHeld: true,
  MediationExtended: true,
  ViolenceSignNoted: true,
  RemediesInformed: true,
  MediationTerminated: true,
  MediationFailed: true,
  OralAgreementReached: true,
  AgreementDrafted: true,
  AgreementSigned: true,
  AgreementSealed: true,
  AgreementEffective: true,
  TermPerformed: true,
  PerformanceUrged: true,
  AgreementFulfilled: true,
  AgreementBreached: true,
  ConfirmationReminded: true,
  ConfirmationApplied: true,
  ConfirmationWindowClosed: true,
  ConfirmationGranted: true,
  ConfirmationRefused: true,
  ReviewRequested: true,
  ContactAttempted: true,
  ReviewAnswered: true,
  ReviewUnreachable: true,
  LateReviewRecorded: true,
  RosterPublished: true,
  DutySwapped: true,
  CheckedIn: true,
  CheckedOut: true,
  ServiceRecorded: true,
  OnCallAnswered: true,
  OnCallMissed: true,
  RosterSettled: true,
  TrainingNeedOpened: true,
  SupervisionOrderIssued: true,
  SupervisionOrderAnswered: true,
  SupervisionOrderLifted: true,
  LeaveRequested: true,
  LeaveApproved: true,
  LeaveCancelled: true,
  LeaveBegun: true,
  HandoverRequired: true,
  TaskHandedOver: true,
  HandoverUnmet: true,
  HandoverSettled: true,
  AwaitingPostSet: true,
  OnCallChanged: true,
  KinDeclared: true,
};
export const EVENT_TYPES: readonly string[] = Object.keys(EVENTS);

const STEPS: Readonly<Record<CaseStep, true>> = {
  accept: true,
  assign: true,
  ack: true,
  respond: true,
  resolve: true,
  review: true,
  countyReview: true,
  tierBudget: true,
  consent: true,
  tierOffer: true,
  conclusion: true,
  suspension: true,
  police: true,
  tellLeader: true,
  tellCounty: true,
  transferReceipt: true,
  notice: true,
  delivery: true,
  reExamination: true,
  finalReview: true,
  freeWill: true,
  appealWindow: true,
};
export const STEP_NAMES: readonly string[] = Object.keys(STEPS);

const LEVELS: Readonly<Record<RungLevel, true>> = { WARN: true, E1: true, E2: true, E3: true, REMIND: true, END: true };
export const LEVEL_NAMES: readonly string[] = Object.keys(LEVELS);

export type FieldKind =
  | 'text'
  | 'code'
  | 'codes'
  | 'number'
  | 'flag'
  | 'instant'
  | 'limit'
  | 'person'
  | 'people'
  | 'parties'
  | 'party'
  | 'signs'
  | 'complaint'
  | 'terms'
  | 'shifts'
  | 'case';

export interface Field {
  readonly kind: FieldKind;
  /** Used where the file says nothing; `null`: the field is left out. Without a default it must be given. */
  readonly fallback?: unknown;
}

export interface CommandShape {
  readonly target: 'case' | 'mediation' | 'review' | 'cadre' | 'roster';
  readonly fields: Readonly<Record<string, Field>>;
}

/** Free text nobody looks at. */
const text: Field = { kind: 'text', fallback: '—' };
const optional = (kind: FieldKind): Field => ({ kind, fallback: null });
const needed = (kind: FieldKind): Field => ({ kind });
const or = (kind: FieldKind, fallback: unknown): Field => ({ kind, fallback });

/** The other ways that the parties are told when mediation ends without an agreement. */
const told: Field = or('codes', ['ARBITRATION', 'ADMINISTRATIVE', 'COURT']);

type OfReactions =
  | 'HandOverCase'
  | ('ConcludeReview' | 'ReopenOnLateRating' | 'NoteConsents' | 'NoteMediator' | 'NoteExtension' | 'ConcludeMediation')
  | ('AbsorbCase' | 'UndoAbsorption' | 'NoteJudgement' | 'RecomputeDueTimes');
type OfPeople = Exclude<CaseCommand['type'], 'Escalate' | OfReactions>;
type OfMediation = Exclude<
  MediationCommand['type'],
  'ProposeMediation' | 'PostponeSession' | 'FollowUpAgreement' | 'EndMediation'
>;
type OfReview = Exclude<ReviewCommand['type'], 'RequestReview'>;
type OfCadre = Extract<
  CadreCommand['type'],
  'RequestLeave' | 'ApproveLeave' | 'CancelLeave' | 'SetAwaitingPost' | 'ChangeOnCall' | 'DeclareKin'
>;

type OfRoster = Extract<DutyCommand['type'], 'PublishRoster' | 'SwapDuty' | 'CheckIn' | 'CheckOut'>;

const caseCommand = (fields: CommandShape['fields'] = {}): CommandShape => ({ target: 'case', fields });
const mediationCommand = (fields: CommandShape['fields'] = {}): CommandShape => ({ target: 'mediation', fields });
const reviewCommand = (fields: CommandShape['fields']): CommandShape => ({ target: 'review', fields });
const cadreCommand = (fields: CommandShape['fields']): CommandShape => ({ target: 'cadre', fields });

/** The place is a township's code, or `county`; the week an ISO week. */
const rosterCommand = (fields: CommandShape['fields'] = {}): CommandShape => ({
  target: 'roster',
  fields: { place: needed('code'), week: needed('code'), ...fields },
});

/** Commands of a scenario: those that people give. Orders of the processes come by themselves. */
export const COMMANDS: Readonly<Record<OfPeople | OfMediation | OfReview | OfCadre | OfRoster, CommandShape>> = {
  RegisterCase: caseCommand({
    typeCode: needed('code'),
    channel: or('code', 'HOTLINE'),
    villageIds: needed('codes'),
    parties: or('parties', []),
    anonymous: or('flag', false),
    summary: text,
    externalRef: optional('text'),
    produce: optional('code'),
    amount: optional('number'),
    preferredCadreId: optional('person'),
    complaint: optional('complaint'),
  }),
  AcceptCase: caseCommand({ signs: or('signs', {}), newFacts: optional('text') }),
  RejectCase: caseCommand({ reason: needed('code'), guidance: text }),
  AssignCase: caseCommand({ cadreId: optional('person') }),
  Acknowledge: caseCommand(),
  DeclineAssignment: caseCommand({ reason: needed('code'), note: optional('text') }),
  RecordFirstResponse: caseCommand({ contact: or('code', 'CALL'), note: text, happenedAt: optional('instant') }),
  AddProgress: caseCommand({ note: text }),
  ResolveCase: caseCommand({ outcome: or('code', 'SOLVED'), result: text, skillsUsed: or('codes', []) }),
  HandleImmediately: caseCommand({ outcome: or('code', 'ANSWERED'), result: text, skillsUsed: or('codes', []) }),
  ExtendLimit: caseCommand({ by: needed('limit'), reason: text }),
  ReassignCase: caseCommand({ reason: or('code', 'DIRECTOR'), cadreId: optional('person') }),
  TransferOut: caseCommand({ body: needed('text'), note: text }),
  WithdrawCase: caseCommand({ reason: text }),
  ConfirmWithdrawal: caseCommand({ free: needed('flag') }),
  NoticeAcceptance: caseCommand({ reference: optional('text') }),
  DeliverAnswer: caseCommand({ deliveredAt: optional('instant'), reference: optional('text') }),
  RequestExamination: caseCommand({ grounds: text }),
  AnswerExamination: caseCommand({ verdict: or('code', 'UPHELD'), answer: text }),
  LinkFinalPetition: caseCommand({ petition: needed('case') }),
  EntrustAgency: caseCommand({ item: needed('code'), consent: or('text', '委托书') }),
  CheckMaterials: caseCommand({ missing: or('codes', []), note: text }),
  SupplyMaterials: caseCommand(),
  SubmitAgency: caseCommand({ body: or('text', 'COUNTY_DEPARTMENT'), reference: optional('text') }),
  RecordAgencyResult: caseCommand({ granted: or('flag', true), reference: optional('text') }),
  DeliverAgency: caseCommand({ signedBy: needed('party'), result: text, skillsUsed: or('codes', []) }),
  ArchiveAgency: caseCommand(),
  RecordSaving: caseCommand({ trips: needed('number'), days: needed('number') }),
  MoveOriginal: caseCommand({ paper: needed('code'), to: needed('code') }),
  DecideCountyReview: caseCommand({
    verdict: needed('code'),
    panel: needed('people'),
    reason: text,
    remediesTold: or('flag', true),
  }),
  TakeEscalationAction: caseCommand({
    step: needed('code'),
    action: needed('code'),
    reason: text,
    cadreId: optional('person'),
    holdUntil: optional('instant'),
  }),
  StartMediation: caseCommand(),
  BarMediation: caseCommand({ bar: needed('code'), note: text }),
  RaiseTier: caseCommand({ because: or('code', 'HANDLER'), reason: text }),
  ObjectToRaise: caseCommand({ party: needed('party') }),
  AnswerTierOffer: caseCommand({ party: needed('party'), accepts: or('flag', true) }),
  SuspendCase: caseCommand({ reason: needed('code'), note: text, until: needed('instant') }),
  ResumeCase: caseCommand(),
  MergeCase: caseCommand({ into: needed('case') }),
  JudgeDuplicate: caseCommand({ other: needed('case'), verdict: needed('code'), reason: text }),
  UnmergeCase: caseCommand({ reason: text }),
  ReportToPolice: caseCommand({ note: text }),
  RecordPoliceResult: caseCommand({
    gambling: or('flag', false),
    seriousCrime: or('flag', false),
    note: optional('text'),
  }),
  RecordTransferReceipt: caseCommand({ reference: optional('text') }),
  NameRepresentatives: caseCommand({ representatives: needed('people') }),
  RecordRiskTold: caseCommand({ whom: needed('code') }),
  CheckRisk: caseCommand({ note: text, signs: optional('signs') }),
  LowerRisk: caseCommand({ level: needed('code'), reason: text }),
  OpenFollowUp: caseCommand({ typeCode: needed('code'), because: or('code', 'CONTROLLED') }),
  RaiseConfidentiality: caseCommand({ to: needed('code'), reason: text }),
  AddNamedReader: caseCommand({ reader: needed('person') }),
  RemoveNamedReader: caseCommand({ reader: needed('person') }),
  DeclareRecusal: caseCommand({
    cadreId: needed('person'),
    declaredBy: needed('code'),
    party: optional('party'),
    reason: text,
  }),
  DecideOutsideLaw: caseCommand({ approves: needed('flag'), reason: text }),
  AskCountyReview: caseCommand({ party: needed('party') }),
  RecordConsent: mediationCommand({ party: needed('party'), consents: or('flag', true) }),
  ProposeMediator: mediationCommand({ mediatorId: needed('person') }),
  AnswerMediator: mediationCommand({ party: needed('party'), accepts: or('flag', true) }),
  ScheduleSession: mediationCommand({
    startsAt: needed('instant'),
    endsAt: optional('instant'),
    form: or('code', 'JOINT'),
    parties: optional('people'),
    open: or('flag', false),
  }),
  RecordSession: mediationCommand({ attended: needed('people'), minutes: text }),
  ExtendMediation: mediationCommand({ days: needed('number'), parties: needed('people'), reason: text }),
  TerminateByParty: mediationCommand({ party: needed('party'), reason: optional('text'), routesTold: told }),
  RecordFailure: mediationCommand({ note: optional('text'), routesTold: told }),
  NoteViolenceSign: mediationCommand({ note: text, routesTold: told }),
  RecordOralAgreement: mediationCommand({ terms: or('terms', []), content: text }),
  DraftAgreement: mediationCommand({ terms: needed('terms'), content: text }),
  SignAgreement: mediationCommand({ signer: needed('person'), manner: or('code', 'SIGNATURE') }),
  SealAgreement: mediationCommand(),
  RecordPerformance: mediationCommand({
    term: needed('number'),
    performedOn: needed('code'),
    saidBy: optional('party'),
    note: optional('text'),
  }),
  ApplyConfirmation: mediationCommand({ parties: needed('people') }),
  RecordCourtResult: mediationCommand({ granted: needed('flag'), note: optional('text') }),
  AttemptContact: reviewCommand({ party: needed('party'), channel: or('code', 'CALL') }),
  AnswerReview: reviewCommand({
    party: needed('party'),
    rating: needed('number'),
    reason: or('code', 'RESULT'),
    channel: or('code', 'CALL'),
    outsideLaw: optional('flag'),
  }),
  GiveUpReview: reviewCommand({ party: needed('party') }),
  RecordLateReview: reviewCommand({ party: needed('party'), rating: needed('number'), reason: or('code', 'RESULT') }),
  RequestLeave: cadreCommand({
    leaveId: needed('code'),
    from: needed('instant'),
    to: needed('instant'),
    substitute: optional('person'),
  }),
  ApproveLeave: cadreCommand({ leaveId: needed('code'), substitute: optional('person') }),
  CancelLeave: cadreCommand({ leaveId: needed('code') }),
  SetAwaitingPost: cadreCommand({ awaitingPost: needed('flag') }),
  ChangeOnCall: cadreCommand({ onCall: needed('flag'), reachable: needed('flag') }),
  DeclareKin: cadreCommand({ partyId: needed('party') }),
  PublishRoster: rosterCommand({ shifts: needed('shifts') }),
  SwapDuty: rosterCommand({
    post: needed('code'),
    from: needed('instant'),
    out: needed('person'),
    in: needed('person'),
  }),
  CheckIn: rosterCommand(),
  CheckOut: rosterCommand(),
};

export const shapeOf = (type: string): CommandShape | undefined =>
  Object.hasOwn(COMMANDS, type) ? COMMANDS[type as keyof typeof COMMANDS] : undefined;
