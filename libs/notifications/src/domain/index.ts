export {
  type Message,
  type Notice,
  type NoticeChannel,
  type Pace,
  type Params,
  type PlannedNotice,
  type RecipientKey,
} from './notice.js';
export { CHOSEN_CHANNELS, DEFAULT_PREFERENCES, plan, type ChosenChannel, type Preferences } from './preferences.js';
export {
  noticePreferences,
  preferencesOf,
  preferencesStream,
  type ChooseNoticePreferences,
  type NoticePreferencesChosen,
} from './preferences.decider.js';
export { pagedAt, type QuietHours } from './quiet-hours.js';
export { render, type Language, type Names } from './render.js';
export type { TextKey } from './texts.zh.js';
