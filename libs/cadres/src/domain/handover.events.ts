import type { Event, Instant } from '#kernel';
import type { RoleCode } from '#policy';
import type { Due } from '#working-time';

/** What somebody has in hand: a case he leads, or a mediation he holds. */
export type Task =
  | { readonly kind: 'CASE'; readonly caseId: string }
  | { readonly kind: 'MEDIATION'; readonly caseId: string; readonly mediationId: string };

/** Who is told, by his office: the same shape as in a case. */
export interface HeadOfUnit {
  readonly role: Extract<RoleCode, 'CENTRE_DIRECTOR'>;
  readonly unit: string;
}

type Of<Told> = Told & { readonly cadreId: string; readonly leaveId: string };

/** Somebody else is to have it by `dueAt`: the leave's start, or the limit after the approval if that is sooner. */
export type HandoverRequired = Event<
  'HandoverRequired',
  Of<{
    readonly task: Task;
    readonly substitute: string;
    readonly dueAt: Instant;
    /** Of the limit alone, whichever of the two came first. */
    readonly derivation: Due;
    readonly to: readonly HeadOfUnit[];
  }>
>;
/** An ordinary task goes to the substitute by itself. */
export type TaskHandedOver = Event<'TaskHandedOver', Of<{ readonly task: Task; readonly substitute: string }>>;
/** Nobody else had it when it was due: the parties of a mediation have accepted no other mediator. */
export type HandoverUnmet = Event<'HandoverUnmet', Of<{ readonly task: Task; readonly to: readonly HeadOfUnit[] }>>;
/** Somebody else had it already when it was due, or it was over. */
export type HandoverSettled = Event<'HandoverSettled', Of<{ readonly task: Task }>>;
/** What came to him between the approval and the start is looked for once more. */
export type LeaveBegun = Event<'LeaveBegun', Of<object>>;

export type HandoverEvent = HandoverRequired | TaskHandedOver | HandoverUnmet | HandoverSettled | LeaveBegun;
