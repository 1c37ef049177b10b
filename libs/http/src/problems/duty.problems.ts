import { type ProblemTexts, text } from './problem-text.js';

const look = text('请刷新查看当前状态。', 'Reload and look at the current state.');
const another = text('请另选一人。', 'Choose somebody else.');
const checkTime = text('请核对时间。', 'Check the time.');

/** Rosters: publishing, swaps, presence, settlement. */
export const dutyProblems = {
  WEEK_UNKNOWN: {
    status: 422,
    title: text('没有这一周', 'There is no such week'),
    advice: text('请按“2026-W20”的格式填写。', 'Write it as 2026-W20.'),
    params: ['week'],
  },
  WEEK_OVER: {
    status: 409,
    title: text('这一周已经结束', 'This week is over'),
    advice: text('请选择本周或以后的一周。', 'Choose this week or a later one.'),
    params: ['week'],
  },
  WEEK_NOT_OVER: {
    status: 409,
    title: text('这一周还没有结束', 'This week is not over yet'),
    advice: text('请在周末之后结算。', 'Settle it after its end.'),
    params: ['week'],
  },
  NOT_THIS_WEEK: {
    status: 409,
    title: text('只能在当天签到、签退', 'One checks in and out on the day itself'),
    advice: text('请选择本周。', 'Choose the present week.'),
  },
  NOT_CHECKED_IN: {
    status: 409,
    title: text('今天还没有签到', 'Nobody has checked in today'),
    advice: text('请先签到。', 'Check in first.'),
  },
  ROSTER_LOCKED: {
    status: 409,
    title: text('本周值班表已生效，只能调班', 'The roster of a week that has begun only changes by swaps'),
    advice: text('请使用调班。', 'Swap the duty.'),
    params: ['week'],
  },
  ROSTER_NOT_PUBLISHED: {
    status: 409,
    title: text('值班表尚未发布', 'The roster is not published yet'),
    advice: text('请先发布值班表。', 'Publish it first.'),
  },
  ROSTER_HAS_GAPS: {
    status: 422,
    title: text('值班表有无人值守的时段', 'The roster leaves hours to nobody'),
    detail: text('{from:time} 至 {to:time} 缺少人员。', 'From {from:time} to {to:time} somebody is missing.'),
    advice: text(
      '每个时段都要有带班领导和调解员，并各有替班。',
      'Every hour needs a leader and a mediator, each with a substitute.',
    ),
    params: ['post', 'part', 'from', 'to'],
  },
  SHIFT_OUTSIDE_WEEK: {
    status: 422,
    title: text('班次不在这一周内', 'The shift lies outside the week'),
    advice: checkTime,
    params: ['post'],
  },
  SHIFT_UNKNOWN: {
    status: 404,
    title: text('没有这个班次', 'There is no such shift'),
    advice: look,
    params: ['post'],
  },
  SHIFT_OVER: { status: 409, title: text('这个班次已经结束', 'This shift is over'), advice: look, params: ['post'] },
  DAY_OUTSIDE_WEEK: {
    status: 422,
    title: text('驻点日不在这一周内', 'A day on site lies outside the week'),
    advice: checkTime,
    params: ['cadreId'],
  },
  ON_SITE_DAYS_TOO_FEW: {
    status: 422,
    title: text('驻点天数不足', 'Too few days on site'),
    detail: text('本周至少 {required} 天。', 'It takes at least {required} this week.'),
    advice: text('请补足天数。', 'Add days.'),
    params: ['cadreId', 'required'],
  },
  DUTY_PERSON_UNKNOWN: {
    status: 422,
    title: text('没有这名人员', 'There is no such person'),
    advice: another,
    params: ['cadreId'],
  },
  DUTY_ELSEWHERE: {
    status: 422,
    title: text('该人员不属于这里', 'This person belongs somewhere else'),
    advice: another,
    params: ['cadreId', 'post'],
  },
  DUTY_ROLE_MISSING: {
    status: 422,
    title: text('该人员不担任这个岗位', 'This person does not hold that office'),
    advice: another,
    params: ['cadreId', 'post'],
  },
  DUTY_SKILL_MISSING: {
    status: 422,
    title: text('该人员没有值此班所需的有效证书', 'This person lacks a certificate valid through the shift'),
    advice: another,
    params: ['cadreId', 'post', 'skill'],
  },
  DUTY_ON_LEAVE: {
    status: 422,
    title: text('该人员届时请假', 'This person is on leave then'),
    advice: another,
    params: ['cadreId', 'post'],
  },
  DUTY_AWAITING_POST: {
    status: 422,
    title: text('该人员待岗，不能值班', 'This person awaits a post and is not on duty'),
    advice: another,
    params: ['cadreId', 'post'],
  },
} as const satisfies ProblemTexts;
