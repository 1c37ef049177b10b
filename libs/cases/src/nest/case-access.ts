import type { Action, Resource } from '#access/domain';
import { casePath } from '#cases/read';
import type { Case, CaseCommand } from '#cases/domain';

/** What an actor must be allowed to do for each command; the orders of the process act for the log itself. */
export const ACTION_OF: Readonly<Record<CaseCommand['type'], Action>> = {
  RegisterCase: 'case.register',
  AcceptCase: 'case.accept',
  RejectCase: 'case.reject',
  AssignCase: 'case.assign',
  Acknowledge: 'case.acknowledge',
  DeclineAssignment: 'case.decline',
  RecordFirstResponse: 'case.first-response',
  AddProgress: 'case.progress',
  ResolveCase: 'case.resolve',
  HandleImmediately: 'case.handle-immediately',
  ExtendLimit: 'case.extend',
  ReassignCase: 'case.reassign',
  HandOverCase: 'case.reassign',
  TransferOut: 'case.transfer',
  WithdrawCase: 'case.withdraw',
  ConcludeReview: 'review.record',
  ReopenOnLateRating: 'review.record',
  DecideCountyReview: 'case.county-review',
  Escalate: 'case.escalation-action',
  TakeEscalationAction: 'case.escalation-action',
  StartMediation: 'case.mediate',
  BarMediation: 'case.mediate',
  NoteConsents: 'case.mediate',
  NoteMediator: 'case.mediate',
  NoteExtension: 'case.mediate',
  ConcludeMediation: 'case.mediate',
  RaiseTier: 'case.raise-tier',
  ObjectToRaise: 'case.party-word',
  AnswerTierOffer: 'case.party-word',
  SuspendCase: 'case.suspend',
  ResumeCase: 'case.suspend',
  MergeCase: 'case.merge',
  AbsorbCase: 'case.merge',
  UnmergeCase: 'case.merge',
  UndoAbsorption: 'case.merge',
  ReportToPolice: 'case.police',
  RecordPoliceResult: 'case.police',
  RecordTransferReceipt: 'case.transfer-receipt',
  NameRepresentatives: 'case.representatives',
  RecordRiskTold: 'case.risk-told',
  OpenFollowUp: 'case.follow-up',
  CheckRisk: 'case.risk-check',
  LowerRisk: 'case.risk-lower',
  DecideOutsideLaw: 'case.outside-law',
  AskCountyReview: 'case.party-word',
  RaiseConfidentiality: 'case.confidentiality',
  AddNamedReader: 'case.name-readers',
  RemoveNamedReader: 'case.name-readers',
  DeclareRecusal: 'case.recuse',
  RecomputeDueTimes: 'calendar.publish',
};

/** A case as access looks at it (`docs/domain.md §4.5`). */
export const resourceOf = ({ file, handler, coHandlers, mediators, readers, ledBy, parts }: Case): Resource => {
  if (!file) return {};
  const own = file.tier === 'K' ? file.place.countyCentre : file.place.centre;
  return {
    path: casePath(file.place),
    confidentiality: file.confidentiality,
    centres: [ledBy ?? own],
    ...(handler !== undefined && { handler }),
    coHandlers: [...coHandlers, ...mediators],
    readers,
    ...parts,
    complaintTargets: file.complaint?.targets ?? [],
    targetCentres: file.complaint?.centres ?? [],
  };
};
