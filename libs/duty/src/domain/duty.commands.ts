import type { Command, Instant } from '#kernel';
import type { DutyPost } from '#policy';
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
type Call = { readonly callId: string; readonly cadreId: CadreId; readonly calledAt: Instant };
export type RecordAnswer = Command<'RecordAnswer', Call>;
export type RecordMiss = Command<'RecordMiss', Call>;
/** Once the week is over. */
export type SettleRoster = Command<'SettleRoster', Record<never, never>>;

export type DutyCommand = PublishRoster | SwapDuty | CheckIn | CheckOut | RecordAnswer | RecordMiss | SettleRoster;
