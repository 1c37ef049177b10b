import { CURRENT_POLICY } from '#policy';
import { reject, type Command, type Context, type Decider, type Event } from '#kernel';
import { DEFAULT_PREFERENCES, type Preferences } from './preferences.js';
import { leavesTime, type QuietHours } from './quiet-hours.js';

type Chosen = Preferences & { readonly cadreId: string };

/** How somebody wants to be told what is not urgent. His mail address is in the vault, beside his name. */
export type NoticePreferencesChosen = Event<'NoticePreferencesChosen', Chosen>;
export type ChooseNoticePreferences = Command<
  'ChooseNoticePreferences',
  Chosen & {
    /** A mail address was stored with this command: it needs its event, whatever else has changed. */
    readonly mailStored: boolean;
  }
>;

export const preferencesStream = (cadreId: string): string => `notice-preferences-${cadreId}`;

const MINUTES_A_DAY = 24 * 60;
const isMinute = (minute: number): boolean => Number.isInteger(minute) && minute >= 0 && minute <= MINUTES_A_DAY;

/** @throws CommandRejected `QUIET_HOURS_INVALID`: not within a day, or all the time that people work */
const requireHours = (hours: QuietHours): void => {
  if (!isMinute(hours.from) || !isMinute(hours.to) || !leavesTime(CURRENT_POLICY.notifications, hours))
    reject('QUIET_HOURS_INVALID', { field: 'quiet' });
};

const same = (one: Preferences, other: Preferences): boolean =>
  one.language === other.language &&
  one.digest === other.digest &&
  one.quiet?.from === other.quiet?.from &&
  one.quiet?.to === other.quiet?.to &&
  one.channels.length === other.channels.length &&
  one.channels.every((channel) => other.channels.includes(channel));

const choose = ({ data }: ChooseNoticePreferences, state: Preferences, { now }: Context): NoticePreferencesChosen[] => {
  const { mailStored, ...chosen } = data;
  if (chosen.quiet) requireHours(chosen.quiet);
  if (!mailStored && same(chosen, state)) return [];
  return [{ type: 'NoticePreferencesChosen', occurredAt: now, data: chosen }];
};

export const preferencesOf = ({ language, channels, digest, quiet }: Preferences): Preferences => ({
  ...{ language, channels, digest },
  ...(quiet && { quiet }),
});

export const noticePreferences: Decider<Preferences, ChooseNoticePreferences, NoticePreferencesChosen, Context> = {
  initialState: DEFAULT_PREFERENCES,
  decide: choose,
  evolve: (state, event) => (event.type === 'NoticePreferencesChosen' ? preferencesOf(event.data) : state),
};
