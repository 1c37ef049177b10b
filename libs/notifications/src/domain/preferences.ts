import type { Instant } from '#kernel';
import type { PolicySet } from '#policy';
import type { Notice, NoticeChannel, PlannedNotice } from './notice.js';
import { digestAt, pagedAt, type QuietHours } from './quiet-hours.js';
import type { Language } from './render.js';

/** Channels that somebody may choose or mute for himself; the inbox is not among them. */
export const CHOSEN_CHANNELS = ['SMS', 'EMAIL'] as const satisfies readonly NoticeChannel[];
export type ChosenChannel = (typeof CHOSEN_CHANNELS)[number];

/** How one person wants to be told what is not urgent. What is urgent comes as `docs/domain.md §5.8` says. */
export interface Preferences {
  readonly language: Language;
  readonly channels: readonly ChosenChannel[];
  /** Once a working day, as one message for each channel. */
  readonly digest: boolean;
  /** Beside the night and the days off. */
  readonly quiet?: QuietHours;
}

export const DEFAULT_PREFERENCES: Preferences = { language: 'zh', channels: ['SMS'], digest: false };

/** Which channels take a notice to its recipient, and when. The key of each is (event, recipient, channel). */
export const plan = (
  notice: Notice,
  preferences: Preferences,
  at: Instant,
  policy: Pick<PolicySet, 'calendar' | 'notifications'>,
): readonly PlannedNotice[] => {
  const { recipient, message, outside = message, pace, caseId, step } = notice;
  const isStaff = recipient.startsWith('cadre:');
  const waits = pace === 'WORKING_TIME';
  const digest = isStaff && waits && preferences.digest;
  const pagedFrom = waits ? pagedAt(policy, digest ? digestAt(policy, at) : at, preferences.quiet) : at;
  return channelsOf(notice, preferences).map((channel) => {
    const inHouse = channel === 'INBOX';
    return {
      recipient,
      channel,
      message: inHouse ? message : outside,
      ...(caseId !== undefined && { caseId }),
      ...(step !== undefined && { step }),
      dueAt: inHouse ? at : pagedFrom,
      digest: digest && CHOSEN_CHANNELS.some((chosen) => chosen === channel),
    };
  });
};

const channelsOf = ({ recipient, channels, pace }: Notice, preferences: Preferences): readonly NoticeChannel[] => {
  if (!recipient.startsWith('cadre:')) return channels;
  const chosen = preferences.channels;
  const kept = channels.filter(
    (channel) => pace === 'AT_ONCE' || channel !== 'SMS' || chosen.some((one) => one === 'SMS'),
  );
  return chosen.includes('EMAIL') ? [...new Set([...kept, 'EMAIL' as const])] : kept;
};
