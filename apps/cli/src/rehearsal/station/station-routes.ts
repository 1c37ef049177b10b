import type { Instant } from '#kernel';
import type { Limit } from '#working-time';
import { toIso } from '#working-time';
import type { GivenCommand } from '../rehearsal-host.js';

/** A command as its route takes it. */
export interface StationRequest {
  readonly method: 'POST' | 'PUT';
  readonly path: string;
  readonly body: unknown;
}

/** The scenario asks for something that nobody can do over HTTP. */
export class NotOnTheStation extends Error {
  override readonly name = 'NotOnTheStation';
}

type Data = Readonly<Record<string, unknown>>;

const CASE_ROUTES: Readonly<Record<string, string>> = {
  AcceptCase: 'accept',
  RejectCase: 'reject',
  AssignCase: 'assign',
  Acknowledge: 'acknowledge',
  DeclineAssignment: 'decline',
  RecordFirstResponse: 'first-response',
  AddProgress: 'progress',
  ResolveCase: 'resolve',
  HandleImmediately: 'handle-immediately',
  ExtendLimit: 'extend',
  ReassignCase: 'reassign',
  TransferOut: 'transfer',
  WithdrawCase: 'withdraw',
  DecideCountyReview: 'county-review',
  TakeEscalationAction: 'escalation-action',
  StartMediation: 'mediation',
  BarMediation: 'mediation-bar',
  RaiseTier: 'raise-tier',
  ObjectToRaise: 'objections',
  AnswerTierOffer: 'tier-offer-answers',
  SuspendCase: 'suspend',
  ResumeCase: 'resume',
  MergeCase: 'merge',
  JudgeDuplicate: 'duplicates',
  UnmergeCase: 'unmerge',
  ReportToPolice: 'police-report',
  RecordPoliceResult: 'police-result',
  RecordTransferReceipt: 'transfer-receipt',
  NameRepresentatives: 'representatives',
  RecordRiskTold: 'risk-told',
  OpenFollowUp: 'follow-up',
  CheckRisk: 'risk-check',
  LowerRisk: 'risk-level',
  RaiseConfidentiality: 'confidentiality',
  AddNamedReader: 'readers',
  RemoveNamedReader: 'readers/remove',
  DeclareRecusal: 'recusals',
  DecideOutsideLaw: 'outside-law',
  AskCountyReview: 'county-review/ask',
  NoticeAcceptance: 'notice',
  DeliverAnswer: 'delivery',
  RequestExamination: 'examinations',
  AnswerExamination: 'examinations/answer',
  LinkFinalPetition: 'final-petition',
  ConfirmWithdrawal: 'withdrawal-word',
  EntrustAgency: 'agency',
  CheckMaterials: 'agency/materials',
  SupplyMaterials: 'agency/materials/supplied',
  SubmitAgency: 'agency/submission',
  RecordAgencyResult: 'agency/result',
  DeliverAgency: 'agency/delivery',
  ArchiveAgency: 'agency/archive',
  RecordSaving: 'agency/saving',
  MoveOriginal: 'agency/originals',
};
const MEDIATION_ROUTES: Readonly<Record<string, string>> = {
  RecordConsent: 'consents',
  ProposeMediator: 'mediators',
  AnswerMediator: 'mediators/answers',
  ScheduleSession: 'sessions',
  RecordSession: 'sessions/minutes',
  ExtendMediation: 'extend',
  TerminateByParty: 'terminate',
  RecordFailure: 'fail',
  NoteViolenceSign: 'violence',
  RecordOralAgreement: 'oral-agreement',
  DraftAgreement: 'draft',
  SignAgreement: 'signatures',
  SealAgreement: 'seal',
  RecordPerformance: 'performance',
  ApplyConfirmation: 'confirmation',
  RecordCourtResult: 'confirmation/result',
};
const REVIEW_ROUTES: Readonly<Record<string, string>> = {
  AttemptContact: 'attempts',
  AnswerReview: 'answers',
  GiveUpReview: 'give-up',
  RecordLateReview: 'late',
};

const ROSTER_ROUTES: Readonly<Record<string, string>> = {
  SwapDuty: '/swaps',
  CheckIn: '/check-in',
  CheckOut: '/check-out',
};

/** Instants as text with offset, for whatever fields hold one. */
const withTimes = (data: Data, ...fields: readonly string[]): Data => ({
  ...data,
  ...Object.fromEntries(
    fields.flatMap((field) => (data[field] === undefined ? [] : [[field, toIso(data[field] as Instant)]])),
  ),
});

const bodyOfCase = (type: string, data: Data): unknown => {
  switch (type) {
    case 'AcceptCase':
      return { ...(data['signs'] as Data), ...('newFacts' in data && { newFacts: data['newFacts'] }) };
    case 'ExtendLimit': {
      const { unit, n } = data['by'] as Limit;
      return { unit, n, reason: data['reason'] };
    }
    default:
      return withTimes(data, 'happenedAt', 'holdUntil', 'until', 'deliveredAt');
  }
};

/** Place and week stand in the path. */
const bodyOfRoster = (type: string, { place: _place, week: _week, ...data }: Data): unknown => {
  if (type !== 'PublishRoster') return withTimes(data, 'from');
  const shifts = data['shifts'] as readonly Data[];
  return { shifts: shifts.map((shift) => withTimes(shift, 'from', 'to')), onSite: [] };
};

/** Over HTTP terms are numbered as they stand. */
const bodyOfMediation = (data: Data): unknown => {
  const terms = data['terms'] as readonly (Data & { term: number })[] | undefined;
  return {
    ...withTimes(data, 'startsAt', 'endsAt'),
    ...(terms && { terms: terms.map(({ term: _term, ...rest }) => rest) }),
  };
};

/** @throws NotOnTheStation */
export const requestOf = ({ type, target, data }: GivenCommand): StationRequest => {
  const cannot = () => new NotOnTheStation(`${type} is not offered over HTTP: rehearse it on the simulator`);
  switch (target.kind) {
    case 'case': {
      if (type === 'RegisterCase') return { method: 'POST', path: '/api/cases', body: registration(data) };
      const route = CASE_ROUTES[type];
      if (route === undefined) throw cannot();
      return { method: 'POST', path: `/api/cases/${target.caseId ?? '-'}/${route}`, body: bodyOfCase(type, data) };
    }
    case 'mediation': {
      const route = MEDIATION_ROUTES[type];
      if (route === undefined) throw cannot();
      return { method: 'POST', path: `/api/mediations/${target.mediationId}/${route}`, body: bodyOfMediation(data) };
    }
    case 'review': {
      const route = REVIEW_ROUTES[type];
      if (route === undefined) throw cannot();
      return { method: 'POST', path: `/api/reviews/${target.caseId}/${target.round}/${route}`, body: data };
    }
    case 'roster': {
      const path = `/api/duty/${target.place}/weeks/${target.week}${ROSTER_ROUTES[type] ?? ''}`;
      return { method: 'POST', path, body: bodyOfRoster(type, data) };
    }
    case 'cadre':
      return cadreRequest(type, `/api/cadres/${target.cadreId}`, data, cannot);
  }
};

/** The resident's name in the scenario is his name in the vault. */
const registration = (data: Data): unknown => ({
  ...data,
  parties: (data['parties'] as readonly (Data & { resident: string })[]).map(({ resident, ...party }) => ({
    name: resident,
    ...party,
  })),
});

const cadreRequest = (type: string, path: string, data: Data, cannot: () => Error): StationRequest => {
  const { leaveId, ...rest } = data;
  switch (type) {
    case 'RequestLeave':
      return { method: 'POST', path: `${path}/leave`, body: withTimes(rest, 'from', 'to') };
    case 'ApproveLeave':
      return { method: 'POST', path: `${path}/leave/${String(leaveId)}/approve`, body: rest };
    case 'CancelLeave':
      return { method: 'POST', path: `${path}/leave/${String(leaveId)}/cancel`, body: {} };
    case 'ChangeOnCall':
      return { method: 'PUT', path: `${path}/on-call`, body: rest };
    default:
      throw cannot();
  }
};
