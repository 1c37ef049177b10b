import { can, type Action, type Resource, type Subject } from '#access/domain';
import type { CadreCommand, CadreRecord } from '#cadres/domain';
import { reject } from '#kernel';

/** What an actor must be allowed to do for each command. */
export const ACTION_OF: Readonly<Record<CadreCommand['type'], Action>> = {
  RegisterCadre: 'cadre.manage',
  RegisterCadreWithRecord: 'cadre.manage',
  StartPosting: 'cadre.manage',
  EndPosting: 'cadre.manage',
  RecogniseCertificate: 'cadre.manage',
  RenewCertificate: 'cadre.manage',
  ExpireCertificate: 'cadre.manage',
  RevokeCertificate: 'cadre.manage',
  SetAwaitingPost: 'cadre.manage',
  ApproveLeave: 'cadre.approve-leave',
  FollowLeave: 'cadre.approve-leave',
  // what a cadre says of himself
  DeclareKin: 'cadre.request-leave',
  RequestLeave: 'cadre.request-leave',
  CancelLeave: 'cadre.request-leave',
  ChangeOnCall: 'cadre.request-leave',
};

/** A person stands where his unit is and wherever he is posted now: whoever may act at one of these places may act. */
const resourcesOf = ({ cadreId, unitPath, postings }: CadreRecord): readonly Resource[] =>
  [unitPath, ...postings.filter(({ to }) => to === undefined).map(({ path }) => path)].map((path) => ({
    path,
    owner: cadreId,
  }));

export const mayFor = (action: Action, actor: Subject, record: CadreRecord): boolean =>
  resourcesOf(record).some((resource) => can(action, actor, resource));

/** @throws CommandRejected `NOT_FOUND` where the actor may not even see the cadre, `NOT_ALLOWED` where he may not act */
export const requireMayFor = (action: Action, actor: Subject, record: CadreRecord): void => {
  if (mayFor(action, actor, record)) return;
  reject(mayFor('cadre.read', actor, record) ? 'NOT_ALLOWED' : 'NOT_FOUND');
};
