import { type ProblemTexts, text } from './problem-text.js';

/** Boards and figures. */
export const dashboardProblems = {
  PERIOD_INVALID: {
    status: 422,
    title: text('统计期间不正确', 'This is no period'),
    detail: text('结束日期须晚于开始日期，最长{days}天。', 'It ends after it begins, {days} days later at most.'),
    advice: text('请更正日期。', 'Correct the dates.'),
    params: ['days'],
  },
} satisfies ProblemTexts;
