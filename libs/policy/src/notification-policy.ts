import type { Limit } from '#working-time';
import type { Priority } from './codes.js';
import { CD, m } from './limits.js';

/** When and how often people are told (`docs/domain.md §5.8`). */
export interface NotificationPolicy {
  /** Nobody is paged in these minutes after midnight, nor on a day off, but for what is counted in minutes and hours. */
  readonly quiet: { readonly from: number; readonly to: number };
  /** Minutes after midnight of a working day at which what was gathered goes out as one message. */
  readonly digestAt: number;
  /** Cases of these priorities are told by a call beside. */
  readonly calledPriorities: readonly Priority[];
  /** A call that did not get through is followed by the next channel after this. */
  readonly nextChannelAfter: Limit;
  /** Minutes between one failed try and the next; after the last of them it is given up. */
  readonly retryAfterMinutes: readonly number[];
  /** Who builds the inbox anew from the log keeps as unread what is younger than this. */
  readonly unreadWhenRebuilt: Limit;
}

/** `docs/domain.md §5.8`; the night of §2.4. */
export const NOTIFICATION_POLICY: NotificationPolicy = {
  quiet: { from: 17 * 60 + 30, to: 8 * 60 + 30 },
  digestAt: 8 * 60 + 30,
  calledPriorities: ['P1', 'P2'],
  nextChannelAfter: m(2),
  retryAfterMinutes: [1, 5, 30, 120, 480],
  unreadWhenRebuilt: CD(7),
};
