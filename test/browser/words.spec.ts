import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type {
  AssignmentDecision,
  CaseCommand,
  CaseEscalated,
  CaseEvent,
  CaseReopened,
  CaseResumed,
  CaseStage,
  CaseStep,
  ContactKind,
  CountyReviewDecided,
  DeclaredBy,
  EscalationAction,
  HardRule,
  MediationBar,
  MediationOutcome,
  LinkVerdict,
  Party,
  RaiseReason,
  ReassignReason,
  RelaxationStep,
  RiskSigns,
  RungLevel,
  ScoreParts,
} from '#cases/domain';
import type {
  AgreementRoute,
  Confirmation,
  FollowedTerm,
  FollowUpEvent,
  Mediation,
  MediationCommand,
  MediationStage,
  RemedyRoute,
  SessionForm,
  SignatureManner,
} from '#mediation/domain';
import {
  CURRENT_POLICY,
  type Confidentiality,
  type DutyPost,
  type Priority,
  type Produce,
  type RiskLevel,
  type Tier,
} from '#policy';
import type { ReviewChannel } from '#reviews/domain';
import type { Derivation, Unit } from '#working-time';

const SOURCES = join(process.cwd(), 'apps/web/src');
const TOPICS = [
  ...(['common', 'codes', 'boards', 'case', 'deadline', 'forms', 'mediation', 'mediation-forms'] as const),
  ...(['inbox', 'register', 'review', 'timeline'] as const),
];
/** Topics whose keys stand at the top; the others under a name of their own. */
const UNDER: Readonly<Partial<Record<(typeof TOPICS)[number], string>>> = {
  ...{
    case: 'case',
    deadline: 'deadline',
    forms: 'form',
    inbox: 'inbox',
    mediation: 'mediation',
    'mediation-forms': 'form',
    register: 'register',
    review: 'review',
    timeline: 'timeline',
  },
};

type Words = ReadonlyMap<string, string>;

const flat = (value: object, path = ''): [string, string][] =>
  Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
    typeof inner === 'string' ? [[path + key, inner] as [string, string]] : flat(inner as object, `${path}${key}.`),
  );

const catalogue = (language: 'zh' | 'en'): Words =>
  new Map(
    TOPICS.flatMap((topic) => {
      const file = join(SOURCES, 'words', language, `${topic}.json`);
      const prefix = UNDER[topic] === undefined ? '' : `${UNDER[topic]}.`;
      return flat(JSON.parse(readFileSync(file, 'utf8')) as object, prefix);
    }),
  );

const zh = catalogue('zh');
const en = catalogue('en');

/** Every member of the union, or it does not compile. */
const all = <Code extends string | number>(codes: Readonly<Record<Code, true>>): readonly string[] =>
  Object.keys(codes);

const events = all<CaseEvent['type']>({
  ...{ CaseRegistered: true, CaseAccepted: true, RiskAssessed: true, CaseRejected: true, CaseAssigned: true },
  ...{ AssignmentRelaxed: true, CaseReassigned: true, AssignmentDeclined: true, CaseAcknowledged: true },
  ...{ FirstResponseRecorded: true, ProgressRecorded: true, LimitExtended: true, CaseResolved: true },
  ...{ CaseTransferredOut: true, CaseWithdrawn: true, CaseClosed: true, CaseReopened: true, CountyReviewOpened: true },
  ...{ CountyReviewDecided: true, StepWarned: true, StepOverdue: true, CaseEscalated: true },
  ...{ SupervisionReminded: true, EscalationActionTaken: true, MediationRequested: true, MediationConsented: true },
  ...{ ConsentReminded: true, MediatorAppointed: true, MediationConcluded: true, MediationBarred: true },
  ...{ TierRaised: true, TierRaiseObjected: true, NextTierOffered: true, TierOfferAnswered: true },
  ...{ TierOfferLapsed: true, TierBudgetStretched: true, CaseSuspended: true, CaseResumed: true, CaseMerged: true },
  ...{ CaseAbsorbed: true, AbsorptionDeclined: true, MergeUndone: true, AbsorptionUndone: true },
  ...{ PriorityRaised: true, DuplicateJudged: true, JudgementNoted: true },
  ...{ FollowUpCaseOpened: true, SubstituteMissing: true, PoliceReported: true, PoliceResultRecorded: true },
  ...{ TransferReceiptRecorded: true, RepresentativesNamed: true, RiskTold: true },
  ...{ RiskChecked: true, RiskCheckMissed: true, RiskLowered: true },
  ...{ ConfidentialityRaised: true, NamedReaderAdded: true, NamedReaderRemoved: true, RecusalDeclared: true },
  ...{ OutsideLawMarked: true, OutsideLawDecided: true, CountyReviewAsked: true },
  ...{ AcceptanceNoticed: true, PetitionReplied: true, AnswerDelivered: true, ReExaminationRequested: true },
  ...{ ReExaminationAnswered: true, FinalReviewRequested: true, FinalReviewAnswered: true, PetitionFinalised: true },
  ...{ FinalPetitionLinked: true, WithdrawalRequested: true, WithdrawalLapsed: true },
  ...{ AgencyEntrusted: true, MissingMaterialsListed: true, MaterialsReminded: true, MaterialsCompleted: true },
  ...{ AgencyReturned: true, AgencySubmitted: true, AgencyResultReceived: true, AgencyDelivered: true },
  ...{ AgencyArchived: true, SavingRecorded: true, OriginalMoved: true },
  DueTimeRecomputed: true,
});

/** What people may be asked to do; the rest is ordered by processes, or is the register form. */
type OfPeople = Exclude<
  CaseCommand['type'],
  | ('RegisterCase' | 'ConcludeReview' | 'ReopenOnLateRating' | 'Escalate' | 'NoteConsents' | 'NoteMediator')
  | 'NoteExtension'
  | ('JudgeDuplicate' | 'NoteJudgement')
  | ('ConcludeMediation' | 'AbsorbCase' | 'UndoAbsorption' | 'HandOverCase' | 'RecomputeDueTimes')
>;
const commands = all<OfPeople>({
  ...{ AcceptCase: true, RejectCase: true, AssignCase: true, Acknowledge: true, DeclineAssignment: true },
  ...{ RecordFirstResponse: true, AddProgress: true, ResolveCase: true, HandleImmediately: true, ExtendLimit: true },
  ...{
    ReassignCase: true,
    TransferOut: true,
    WithdrawCase: true,
    DecideCountyReview: true,
    TakeEscalationAction: true,
  },
  ...{ StartMediation: true, BarMediation: true, RaiseTier: true, ObjectToRaise: true, AnswerTierOffer: true },
  ...{ SuspendCase: true, ResumeCase: true, MergeCase: true, UnmergeCase: true },
  ...{ ReportToPolice: true, RecordPoliceResult: true, RecordTransferReceipt: true },
  ...{ NameRepresentatives: true, RecordRiskTold: true, OpenFollowUp: true },
  ...{ CheckRisk: true, LowerRisk: true },
  ...{ RaiseConfidentiality: true, AddNamedReader: true, RemoveNamedReader: true, DeclareRecusal: true },
  ...{ DecideOutsideLaw: true, AskCountyReview: true },
  ...{ NoticeAcceptance: true, DeliverAnswer: true, RequestExamination: true, AnswerExamination: true },
  ...{ LinkFinalPetition: true, ConfirmWithdrawal: true },
  ...{ EntrustAgency: true, CheckMaterials: true, SupplyMaterials: true, SubmitAgency: true },
  ...{ RecordAgencyResult: true, DeliverAgency: true, ArchiveAgency: true, RecordSaving: true, MoveOriginal: true },
});

const mediationCommands = all<
  Exclude<MediationCommand['type'], 'ProposeMediation' | 'PostponeSession' | 'FollowUpAgreement' | 'EndMediation'>
>({
  ...{ RecordConsent: true, ProposeMediator: true, AnswerMediator: true, ScheduleSession: true, RecordSession: true },
  ...{ TerminateByParty: true, RecordFailure: true, NoteViolenceSign: true, RecordOralAgreement: true },
  ...{ DraftAgreement: true, SignAgreement: true, SealAgreement: true, ExtendMediation: true },
  ...{ RecordPerformance: true, ApplyConfirmation: true, RecordCourtResult: true },
});

const groups: Readonly<Record<string, readonly string[]>> = {
  timeline: events,
  stage: all<Exclude<CaseStage, 'NONE'>>({
    ...{ REGISTERED: true, ACCEPTED: true, ASSIGNED: true, ACKNOWLEDGED: true, IN_PROGRESS: true, RESOLVED: true },
    ...{ COUNTY_REVIEW: true, CLOSED: true, REJECTED: true, TRANSFERRED_OUT: true, WITHDRAWN: true },
    ...{ IN_MEDIATION: true, SUSPENDED: true, MERGED: true },
  }),
  step: all<CaseStep>({
    ...{ accept: true, assign: true, ack: true, respond: true, resolve: true, review: true, countyReview: true },
    ...{ tierBudget: true, consent: true, tierOffer: true, conclusion: true, suspension: true },
    ...{ police: true, tellLeader: true, tellCounty: true, transferReceipt: true },
    ...{ notice: true, delivery: true, reExamination: true, finalReview: true, freeWill: true, appealWindow: true },
  }),
  level: all<RungLevel>({ WARN: true, E1: true, E2: true, E3: true, REMIND: true, END: true }),
  'deadline.what': all<RungLevel>({ WARN: true, E1: true, E2: true, E3: true, REMIND: true, END: true }),
  'deadline.from': all<Derivation['cause']>({ START: true, RESUME: true, EXTENSION: true }),
  dayOff: all<Derivation['skipped'][number]['reason']>({ WEEKEND: true, HOLIDAY: true }),
  limit: all<Unit>({ m: true, h: true, WH: true, WD: true, CD: true }),
  limitUnit: all<Unit>({ m: true, h: true, WH: true, WD: true, CD: true }),
  tier: all<Tier>({ V: true, T: true, K: true }),
  priority: all<Priority>({ P1: true, P2: true, P3: true, P4: true }),
  confidentiality: all<Confidentiality>({ N: true, C: true, X: true }),
  risk: all<RiskLevel>({ RED: true, ORANGE: true, YELLOW: true, BLUE: true }),
  riskFactor: ['violence', 'group', 'relapse', 'vulnerable', 'amount', 'age'],
  riskForced: ['threatToLife', 'weapon', 'crowd'],
  violence: all<RiskSigns['violence']>({ 0: true, 1: true, 2: true }),
  side: all<Party['side']>({ REPORTER: true, APPLICANT: true, RESPONDENT: true, OTHER: true }),
  contact: all<ContactKind>({ CALL: true, VISIT: true, ON_SITE: true, WINDOW: true, RECEIPT_CODE: true }),
  reviewChannel: all<ReviewChannel>({ CALL: true, SMS: true, VISIT: true, WINDOW: true, WEB: true }),
  produce: all<Produce>({
    ...{ FUNGUS: true, VEGETABLE: true, BAMBOO: true, TEA: true, FRUIT: true, LIVESTOCK: true, AQUACULTURE: true },
  }),
  typeGroup: [...new Set(Object.keys(CURRENT_POLICY.caseTypes).map((code) => code.split('-')[0] ?? ''))],
  chosenBy: all<AssignmentDecision['chosenBy']>({ SCORE: true, RESIDENT_INSTRUCTOR: true, HAND: true, SELF: true }),
  part: all<keyof ScoreParts>({ skill: true, near: true, load: true, quality: true, continuity: true }),
  partHelp: all<keyof ScoreParts>({ skill: true, near: true, load: true, quality: true, continuity: true }),
  rule: all<HardRule>({ H1: true, H2: true, H3: true, H4: true, H5: true, H6: true, H7: true, H8: true, H10: true }),
  relaxation: all<RelaxationStep>({ R1: true, R2: true, R3: true, R4: true, R5: true }),
  reassignReason: all<ReassignReason>({ ACK_OVERDUE: true, ORDER: true, DIRECTOR: true, LEAVE: true, RECUSAL: true }),
  declaredBy: all<DeclaredBy>({ SELF: true, PARTY: true, DIRECTOR: true }),
  reopened: all<CaseReopened['data']['because']>({ RATING: true, LATE_RATING: true, COUNTY_REDO: true }),
  verdict: all<CountyReviewDecided['data']['verdict']>({ UPHELD: true, REDO: true }),
  escalationAction: all<EscalationAction>({ REASSIGN: true, ORDER: true, EXTEND: true, ACCEPT_REASON: true }),
  mediationOutcome: all<MediationOutcome>({ AGREED: true, FAILED: true, TERMINATED: true, DECLINED: true }),
  mediationBar: all<MediationBar>({ CRIMINAL: true, COURT: true, POLICE: true, OTHER_AUTHORITY: true }),
  mediationStage: all<Exclude<MediationStage, 'NONE'>>({
    ...{ PROPOSED: true, SCHEDULED: true, IN_SESSION: true, PERFORMING: true, DECLINED: true },
    ...{ FAILED: true, TERMINATED: true, FULFILLED: true, BREACHED: true },
  }),
  dutyPost: all<DutyPost>({
    ...{ LEADER: true, MEDIATOR: true, ENTERPRISE_ASSISTANT: true, SAFETY_ASSISTANT: true },
    ...{ SCI_TECH_ASSISTANT: true, FINANCE_ASSISTANT: true, OTHER: true },
  }),
  sessionForm: all<SessionForm>({ JOINT: true, SEPARATE: true }),
  signatureManner: all<SignatureManner>({ SIGNATURE: true, FINGERPRINT: true }),
  remedyRoute: all<RemedyRoute | AgreementRoute>({
    ...{ ARBITRATION: true, ADMINISTRATIVE: true, COURT: true },
    ...{ ENFORCEMENT: true, CONFIRMATION: true, PAYMENT_ORDER: true, MEDIATION: true },
  }),
  'mediation.follow.told': all<FollowUpEvent['type']>({
    ...{ TermPerformed: true, PerformanceUrged: true, AgreementFulfilled: true, AgreementBreached: true },
    ...{ ConfirmationReminded: true, ConfirmationApplied: true, ConfirmationWindowClosed: true },
    ...{ ConfirmationGranted: true, ConfirmationRefused: true },
  }),
  termStage: all<FollowedTerm['stage']>({ AWAITED: true, URGED: true, PERFORMED: true, BREACHED: true }),
  confirmationStage: all<Confirmation['stage']>({
    ...{ OPEN: true, REMINDED: true, APPLIED: true, CLOSED: true, GRANTED: true, REFUSED: true },
  }),
  'mediation.agreed': all<NonNullable<Mediation['agreement']>['kind']>({ ORAL: true, WRITTEN: true }),
  linkVerdict: all<LinkVerdict>({ SAME: true, RELATED: true, DIFFERENT: true }),
  raiseReason: all<RaiseReason>({
    ...{ BUDGET: true, MEDIATION_FAILED: true, HANDLER: true, LEADER: true, PARTIES: true, OFFER_TAKEN: true },
  }),
  resumeReason: all<CaseResumed['data']['because']>({
    DIRECTOR: true,
    TIME: true,
    MEDIATION_ENDED: true,
    PAPERS: true,
  }),
  escalatedBecause: all<CaseEscalated['data']['because']>({
    ...{ OVERDUE: true, NO_OTHER_CANDIDATE: true, DISSATISFIED: true },
  }),
};

const sources = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(ts|vue)$/.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));

/** Keys that the pages name outright; those put together from codes are proved by the groups above. */
const named = sources(SOURCES).flatMap((text) =>
  [...text.matchAll(/\bt\(\s*'([\w.-]+)'/g)].map(([, key]) => key ?? ''),
);

const gaps = (text = ''): string =>
  [...text.matchAll(/\{(\w+)\}/g)]
    .map(([, name]) => name ?? '')
    .sort()
    .join(' ');

describe('the words of the pages', () => {
  it('are there in Chinese wherever they are in English, and the other way round', () => {
    expect([...en.keys()].filter((key) => !zh.has(key))).toEqual([]);
    expect([...zh.keys()].filter((key) => !en.has(key))).toEqual([]);
  });

  it('leave the same gaps to be filled in both languages', () => {
    const uneven = [...zh].filter(([key, text]) => gaps(text) !== gaps(en.get(key)));
    expect(uneven.map(([key]) => key)).toEqual([]);
  });

  it('are never empty, and Chinese ones are Chinese', () => {
    const wordless = [...zh, ...en].filter(([, text]) => text.trim() === '');
    expect(wordless).toEqual([]);
    const foreign = [...zh].filter(
      ([key, text]) => !/\p{Script=Han}|\{/u.test(text) && !/^(month|app\.other|app\.choose)/.test(key),
    );
    expect(foreign).toEqual([]);
  });

  it('hold every key that a page names', () => {
    expect(named.length).toBeGreaterThan(100);
    expect(named.filter((key) => !zh.has(key))).toEqual([]);
  });

  it.each(Object.entries(groups))('name every code of %s', (group, codes) => {
    expect(codes.filter((code) => !zh.has(`${group}.${code}`))).toEqual([]);
  });

  it.each([...commands, ...mediationCommands])('ask for %s with a title, an introduction and a button', (command) => {
    const asked = ['title', 'intro', 'submit'].map((part) => `form.${command}.${part}`);
    expect(asked.filter((key) => !zh.has(key))).toEqual([]);
  });
});
