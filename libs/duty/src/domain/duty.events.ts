import type { Event, Instant } from '#kernel';
import type { DutyPost } from '#policy';
import type { Due, LocalDay } from '#working-time';

export type CadreId = string;

/** Somebody on call from one instant to another, and who stands in for him. */
export interface Shift {
  readonly post: DutyPost;
  readonly from: Instant;
  /** First instant after it. */
  readonly to: Instant;
  readonly cadreId: CadreId;
  readonly substitute: CadreId;
}

/** Days on which somebody is at his village or enterprise. */
export interface OnSite {
  readonly cadreId: CadreId;
  readonly days: readonly LocalDay[];
  /** 3+x / 1+x, less what days off and leave take from the week. */
  readonly required: number;
}

/** `T01`, or `county`; ISO week. */
interface Ids {
  readonly place: string;
  readonly week: string;
}

export type RosterPublished = Event<
  'RosterPublished',
  Ids & {
    readonly shifts: readonly Shift[];
    readonly onSite: readonly OnSite[];
    readonly by: CadreId;
    /** After the hour by which it was to be out. */
    readonly late: boolean;
    /** When it is settled, and how that was counted from the end of the week. */
    readonly settlement: Due;
  }
>;
export type DutySwapped = Event<
  'DutySwapped',
  Ids & {
    readonly post: DutyPost;
    readonly from: Instant;
    readonly part: 'HOLDER' | 'SUBSTITUTE';
    readonly out: CadreId;
    readonly in: CadreId;
    readonly by: CadreId;
  }
>;
export type CheckedIn = Event<'CheckedIn', Ids & { readonly cadreId: CadreId; readonly day: LocalDay }>;
export type CheckedOut = Event<'CheckedOut', Ids & { readonly cadreId: CadreId; readonly day: LocalDay }>;
/** First time on a day that somebody recorded what he did for a resident: a day on site counts only with it. */
export type ServiceRecorded = Event<'ServiceRecorded', Ids & { readonly cadreId: CadreId; readonly day: LocalDay }>;
/** A call to somebody on call: what it was about, and how he was called. */
type Call = Ids & { readonly callId: string; readonly cadreId: CadreId; readonly calledAt: Instant };
export type OnCallAnswered = Event<'OnCallAnswered', Call & { readonly inTime: boolean }>;
export type OnCallMissed = Event<'OnCallMissed', Call>;

export interface Attendance {
  readonly cadreId: CadreId;
  readonly required: number;
  readonly attended: number;
}
export type RosterSettled = Event<
  'RosterSettled',
  Ids & {
    readonly attendance: readonly Attendance[];
    readonly calls: { readonly answered: number; readonly inTime: number; readonly missed: number };
  }
>;

export type DutyEvent =
  | RosterPublished
  | DutySwapped
  | CheckedIn
  | CheckedOut
  | ServiceRecorded
  | OnCallAnswered
  | OnCallMissed
  | RosterSettled;
