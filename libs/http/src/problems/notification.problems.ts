import { type ProblemTexts, text } from './problem-text.js';

/** How people are told (`docs/domain.md §5.8`). */
export const notificationProblems = {
  QUIET_HOURS_INVALID: {
    status: 422,
    title: text('免打扰时间不正确', 'These are no quiet hours'),
    advice: text(
      '请填一天之内的起止时间，上班时间要留出一些。',
      'Give a beginning and an end within a day that leave some working hours.',
    ),
  },
} as const satisfies ProblemTexts;
