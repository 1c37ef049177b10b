import { type ProblemTexts, text } from './problem-text.js';

/** What the county's supervisors look at (`docs/domain.md §5.3`). */
export const oversightProblems = {
  NOTHING_FOUND: {
    status: 409,
    title: text('这次结案没有发现问题', 'Nothing was found about this close'),
    advice: text('请刷新清单后重试。', 'Reload the list and look again.'),
    params: ['round'],
  },
  CLOSURE_JUDGED_BEFORE: {
    status: 409,
    title: text('这次结案已经有过处理意见', 'This close has been judged'),
    advice: text('请刷新清单查看处理意见。', 'Reload the list to see how.'),
    params: ['round'],
  },
} as const satisfies ProblemTexts;
