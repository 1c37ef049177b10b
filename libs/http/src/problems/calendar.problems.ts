import { type ProblemTexts, text } from './problem-text.js';

const correct = text('请更正后重新提交。', 'Correct it and send again.');

/** The county's calendar, and which policy is in force. */
export const calendarProblems = {
  POLICY_CHANGED_MEANWHILE: {
    status: 409,
    title: text('执行中的政策版本已变更', 'Another policy is in force by now'),
    detail: text('现执行第 {version} 版。', 'It is version {version}.'),
    advice: text('请重新查看差异后再决定。', 'Look at what differs, and decide anew.'),
    params: ['version'],
  },
  YEAR_INVALID: {
    status: 422,
    title: text('年份不正确', 'The year is not right'),
    detail: text('须在 {from} 至 {to} 之间。', 'It lies between {from} and {to}.'),
    advice: correct,
    params: ['from', 'to'],
  },
  HOLIDAYS_MISSING: {
    status: 422,
    title: text('没有填写放假日期', 'The days off are missing'),
    advice: text('请按当年放假通知逐日填写。', "Enter the days of that year's notice one by one."),
  },
  DAY_NOT_OF_YEAR: {
    status: 422,
    title: text('日期不属于该年', 'The day is not one of that year'),
    detail: text('{day} 不是 {year} 年的日期。', '{day} is no day of {year}.'),
    advice: correct,
    params: ['day', 'year'],
  },
  DAY_TWICE: {
    status: 422,
    title: text('日期重复', 'The day stands there twice'),
    detail: text('{day} 出现了两次。', '{day} is named twice.'),
    advice: text('同一天只能放假或补班，且只写一次。', 'A day is off or worked, and named once.'),
    params: ['day'],
  },
  MAKE_UP_DAY_NOT_WEEKEND: {
    status: 422,
    title: text('补班日不是周末', 'The make-up day is no weekend day'),
    detail: text('{day} 本来就是工作日。', '{day} is worked anyway.'),
    advice: correct,
    params: ['day'],
  },
} as const satisfies ProblemTexts;
