import type { Instant } from '#kernel';
import type { TextKey } from './texts.zh.js';

/** A person who serves, a party of a case (by the id the vault knows), or the group chat of a unit. */
export type RecipientKey = `cadre:${string}` | `party:${string}` | `group:${string}`;

/** `INBOX` is always filled and rings nobody; all others leave the house. */
export type NoticeChannel = 'INBOX' | 'CALL' | 'SMS' | 'EMAIL' | 'ROBOT';

/** Codes, numbers, instants and opaque ids: names and phones come in when a text is read or sent. */
export type Params = Readonly<Record<string, string | number | readonly string[]>>;

/** What somebody reads, in words of the catalogues. */
export interface Message {
  readonly text: TextKey;
  readonly params: Params;
}

/**
 * `AT_ONCE`: counted in minutes and hours, or a danger to people; goes out at any time. `WORKING_TIME`: pages wait for
 * the next working instant (`docs/domain.md §5.8`).
 */
export type Pace = 'AT_ONCE' | 'WORKING_TIME';

/** Somebody is to be told something once; the key is (event, recipient, channel). No personal data. */
export interface Notice {
  readonly recipient: RecipientKey;
  /** In the house. */
  readonly message: Message;
  /** Outside of it, where anybody may look over a shoulder; without it the same. */
  readonly outside?: Message;
  readonly channels: readonly NoticeChannel[];
  readonly pace: Pace;
  readonly caseId?: string;
  /** The step it speaks of: once that is done, whatever has not gone out does not. */
  readonly step?: string;
}

/** Kept in `outbox.db` until it is over: what goes to whom, by which channel, when. */
export interface PlannedNotice {
  readonly recipient: RecipientKey;
  readonly channel: NoticeChannel;
  readonly message: Message;
  readonly caseId?: string;
  readonly step?: string;
  readonly dueAt: Instant;
  /** Gathered with others of the same recipient into one message. */
  readonly digest: boolean;
}
