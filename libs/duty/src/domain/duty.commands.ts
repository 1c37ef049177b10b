import type { Command, Instant, Rung } from '#kernel';
import type { DutyPost } from '#policy';
import type { LocalDay } from '#working-time';
import type { CadreId, OnSite, Shift } from './duty.events.js';

export type PublishRoster = Command<
  'PublishRoster',
  { readonly shifts: readonly Shift[]; readonly onSite: readonly Omit<OnSite, 'required'>[] }
>;
/** One shift, named by its post, its start and who gives it up. */
export type SwapDuty = Command<
  'SwapDuty',
  { readonly post: DutyPost; readonly from: Instant; readonly out: CadreId; readonly in: CadreId }
>;
export type CheckIn = Command<'CheckIn', Record<never, never>>;
export type CheckOut = Command<'CheckOut', Record<never, never>>;
/** By reaction, when he has recorded what he did for a resident. */
export type RecordService = Command<'RecordService', { readonly cadreId: CadreId; readonly day: LocalDay }>;
type Call = { readonly callId: string; readonly cadreId: CadreId; readonly calledAt: Instant };
/** By whoever called, or by reaction of the case: then with its own instants. */
export type RecordAnswer = Command<
  'RecordAnswer',
  Call & { readonly answeredAt?: Instant; readonly answerBy?: Instant }
>;
export type RecordMiss = Command<'RecordMiss', Call>;
/** Once the week is over. */
export type SettleRoster = Command<'SettleRoster', Record<never, never>>;
/** From the process of the roster: it is to be settled. */
export type FollowRoster = Command<'FollowRoster', Rung>;

export type DutyCommand =
  | PublishRoster
  | SwapDuty
  | CheckIn
  | CheckOut
  | RecordService
  | RecordAnswer
  | RecordMiss
  | SettleRoster
  | FollowRoster;
