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
  RecordSession: 'mediation.record',
  TerminateByParty: 'mediation.record',
  RecordFailure: 'mediation.record',
  NoteViolenceSign: 'mediation.record',
  RecordOralAgreement: 'mediation.record',
  DraftAgreement: 'mediation.record',
  SignAgreement: 'mediation.record',
  SealAgreement: 'mediation.seal',
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

type CommandType = Exclude<MediationCommand['type'], 'ProposeMediation' | 'EndMediation'>;

const makesSense: Readonly<Record<CommandType, (mediation: Mediation) => boolean>> = {
  RecordConsent: ({ stage }) => stage === 'PROPOSED',
  ProposeMediator: () => true,
  AnswerMediator: ({ offered }) => offered !== undefined,
  ScheduleSession: ({ stage, mediator }) => stage !== 'PROPOSED' && mediator !== undefined,
  RecordSession: ({ sessions }) => sessions.some(({ held }) => !held),
  TerminateByParty: () => true,
  RecordFailure: ({ stage }) => stage !== 'PROPOSED',
  NoteViolenceSign: () => true,
  RecordOralAgreement: (mediation) => haveTalked(mediation) && mediation.proposal?.writtenOnly === false,
  DraftAgreement: (mediation) => haveTalked(mediation),
  SignAgreement: ({ draft }) => draft !== undefined,
  SealAgreement: ({ draft }) => draft?.sealed === false,
};

const haveTalked = ({ sessions }: Mediation): boolean => sessions.some(({ held }) => held);

/** What this person may do with the mediation as it stands now: what a page shows as buttons. */
export const allowedCommands = (mediation: Mediation, subject: Subject, resource: Resource): readonly CommandType[] =>
  isOpen(mediation)
    ? (Object.keys(makesSense) as CommandType[]).filter(
        (type) => makesSense[type](mediation) && can(actionFor(type, subject, resource), subject, resource),
      )
    : [];
