import { can, type Action, type Resource, type Subject } from '#access/domain';
import { isOpen, type Mediation, type MediationCommand } from '#mediation/domain';
import type { MediatedCase } from '#mediation/read';

/** What an actor must be allowed to do for each command; what the case orders acts for the log itself. */
const ACTION_OF: Readonly<Record<MediationCommand['type'], Action>> = {
  ProposeMediation: 'mediation.record',
  RecordConsent: 'mediation.record',
  ProposeMediator: 'mediation.record',
  AnswerMediator: 'mediation.record',
  ScheduleSession: 'mediation.record',
  PostponeSession: 'mediation.record',
  RecordSession: 'mediation.record',
  ExtendMediation: 'mediation.record',
  TerminateByParty: 'mediation.record',
  RecordFailure: 'mediation.record',
  NoteViolenceSign: 'mediation.record',
  RecordOralAgreement: 'mediation.record',
  DraftAgreement: 'mediation.record',
  SignAgreement: 'mediation.record',
  SealAgreement: 'mediation.seal',
  RecordPerformance: 'mediation.follow-up',
  ApplyConfirmation: 'mediation.follow-up',
  RecordCourtResult: 'mediation.follow-up',
  FollowUpAgreement: 'mediation.follow-up',
  EndMediation: 'mediation.record',
};

/** A mediator is offered by who records, and named by the director in the end. */
export const actionFor = (type: MediationCommand['type'], subject: Subject, resource: Resource): Action =>
  type === 'ProposeMediator' && can('mediation.name-mediator', subject, resource)
    ? 'mediation.name-mediator'
    : ACTION_OF[type];

/** A mediation as access looks at it: like its case, its mediators among the co-handlers (`docs/domain.md §4.5`). */
export const resourceOf = ({ mediators }: Mediation, mediated: MediatedCase | undefined): Resource =>
  mediated ? { ...mediated, coHandlers: [...mediated.coHandlers, ...mediators] } : {};

/** Whether he leads the case or helps there, or directs the centre, whoever mediates. */
export const hasOtherPart = ({ id, role }: Subject, mediated: MediatedCase | undefined): boolean =>
  role === 'CENTRE_DIRECTOR' || mediated?.handler === id || mediated?.coHandlers.includes(id) === true;

type OfTheLog = 'ProposeMediation' | 'PostponeSession' | 'FollowUpAgreement' | 'EndMediation';
type CommandType = Exclude<MediationCommand['type'], OfTheLog>;
type AfterAgreement = 'RecordPerformance' | 'ApplyConfirmation' | 'RecordCourtResult';
type MakeSense<Type extends string> = Readonly<Record<Type, (mediation: Mediation) => boolean>>;

const whileOpen: MakeSense<Exclude<CommandType, AfterAgreement>> = {
  RecordConsent: ({ stage }) => stage === 'PROPOSED',
  ProposeMediator: () => true,
  AnswerMediator: ({ offered }) => offered !== undefined,
  ScheduleSession: ({ stage, mediator }) => stage !== 'PROPOSED' && mediator !== undefined,
  RecordSession: ({ sessions }) => sessions.some(({ held }) => !held),
  ExtendMediation: ({ stage, extended }) => stage === 'IN_SESSION' && !extended,
  TerminateByParty: () => true,
  RecordFailure: ({ stage }) => stage !== 'PROPOSED',
  NoteViolenceSign: () => true,
  RecordOralAgreement: (mediation) => haveTalked(mediation) && mediation.proposal?.writtenOnly === false,
  DraftAgreement: (mediation) => haveTalked(mediation),
  SignAgreement: ({ draft }) => draft !== undefined,
  SealAgreement: ({ draft }) => draft?.sealed === false,
};

const afterwards: MakeSense<AfterAgreement> = {
  RecordPerformance: ({ agreement }) => agreement?.terms.some(({ stage }) => stage !== 'PERFORMED') ?? false,
  ApplyConfirmation: ({ agreement }) => ['OPEN', 'REMINDED'].includes(agreement?.confirmation?.stage ?? ''),
  RecordCourtResult: ({ agreement }) => agreement?.confirmation?.stage === 'APPLIED',
};

const haveTalked = ({ sessions }: Mediation): boolean => sessions.some(({ held }) => held);

/** What this person may do with the mediation as it stands now: what a page shows as buttons. */
export const allowedCommands = (mediation: Mediation, subject: Subject, resource: Resource): readonly CommandType[] => {
  const makesSense: Partial<MakeSense<CommandType>> = isOpen(mediation) ? whileOpen : afterwards;
  return (Object.keys(makesSense) as CommandType[]).filter(
    (type) => makesSense[type]?.(mediation) && can(actionFor(type, subject, resource), subject, resource),
  );
};
