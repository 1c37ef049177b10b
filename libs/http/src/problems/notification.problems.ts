import { type ProblemTexts, text } from './problem-text.js';

/** How people are told (`docs/domain.md §5.8`). */
export const notificationProblems = {
  QUIET_HOURS_INVALID: {
    status: 422,
    title: text('免打扰时间不正确', 'These are no quiet hours'),
    advice: text('请填一天之内的起止时间，不能是全天。', 'Give a beginning and an end within a day, not all of it.'),
  },
} as const satisfies ProblemTexts;
