import { type ProblemTexts, text } from './problem-text.js';

const look = text('请刷新查看回访的当前状态。', 'Reload and look at the current state of the review.');

/** Satisfaction reviews, the county's review and supervision (`docs/domain.md §5.3`). */
export const reviewProblems = {
  REVIEW_NOT_FOUND: {
    status: 404,
    title: text('没有这次回访', 'There is no such review'),
    advice: text('请核对编号。', 'Check the number.'),
  },
  REVIEWER_HANDLED_THE_CASE: {
    status: 403,
    title: text('经办人不能回访自己办理的事项', 'Who handled the case may not review it'),
    advice: text('请由其他人员回访。', 'Let somebody else ask.'),
  },
  PARTY_NOT_ASKED: {
    status: 422,
    title: text('此人不在回访之列', 'This person is not asked in the review'),
    advice: text('请从当事人中选择。', 'Choose one of the parties.'),
  },
  ALREADY_RATED: {
    status: 409,
    title: text('已经评价过', 'There is a rating already'),
    advice: text('每轮每人只评价一次。', 'One rating per person and round.'),
  },
  REVIEW_CLOSED_FOR_PARTY: {
    status: 409,
    title: text('此人的回访已结束', 'The review of this person is over'),
    detail: text('可在 {lateUntil:time} 前补录评价。', 'A late rating is taken until {lateUntil:time}.'),
    advice: text('如本人主动评价，请作为逾期评价记录。', 'If he rates by himself, record it as a late rating.'),
    params: ['lateUntil'],
  },
  REVIEW_STILL_OPEN: {
    status: 409,
    title: text('回访尚未结束', 'The review is still open'),
    advice: text('请作为普通评价记录。', 'Record an ordinary rating.'),
  },
  LATE_RATING_TOO_LATE: {
    status: 409,
    title: text('逾期评价的期限已过', 'It is too late for a late rating'),
    detail: text('期限为 {lateUntil:time}。', 'It was taken until {lateUntil:time}.'),
    advice: text('如有新的情况，请登记为新的事项。', 'If there is something new, register a new case.'),
    params: ['lateUntil'],
  },
  TOO_FEW_ATTEMPTS: {
    status: 409,
    title: text('联系次数不足', 'Too few attempts to reach the person'),
    detail: text(
      '至少联系 {minAttempts} 次，分 {minDays} 天，用 {minChannels} 种方式。',
      'At least {minAttempts} attempts on {minDays} days by {minChannels} channels.',
    ),
    advice: text('请继续联系并记录。', 'Go on trying and record it.'),
    params: ['attempts', 'days', 'channels', 'minAttempts', 'minDays', 'minChannels'],
  },
  PANEL_INCOMPLETE: {
    status: 422,
    title: text('复查小组人数不足', 'The panel is not complete'),
    detail: text('需要 {panelSize} 名不同的成员。', 'It has {panelSize} different members.'),
    advice: text('请补充成员。', 'Name the others.'),
    params: ['panelSize'],
  },
  PANEL_MEMBER_INVOLVED: {
    status: 422,
    title: text('复查小组成员曾参与办理', 'A member of the panel was involved'),
    advice: text('请更换成员。', 'Choose somebody else.'),
    params: ['involved'],
  },
  SATISFIED_NOT_OUTSIDE_LAW: {
    status: 422,
    title: text('当事人满意，不存在诉求超出法律政策的问题', 'A satisfied word asks for nothing beyond the law'),
    advice: text('请去掉这一标记。', 'Take the mark off.'),
  },
  NOT_MARKED_OUTSIDE_LAW: {
    status: 409,
    title: text('没有待决定的“超出法律政策”标记', 'Nothing is marked as beyond the law here'),
    advice: look,
  },
  NOT_ANOTHER_CENTRE: {
    status: 403,
    title: text(
      '须由其他中心、没有参与办理的主任决定',
      'The director of another centre decides, who had no part in it',
    ),
    advice: text('请其他中心的主任决定。', 'Ask the director of another centre.'),
  },
  NO_COUNTY_REVIEW_TO_ASK_FOR: {
    status: 409,
    title: text('现在没有可以要求的县级复查', 'There is no county review to ask for'),
    advice: text('请告知信访和诉讼途径。', 'Tell the routes to petition and court.'),
  },
  COUNTY_REVIEW_ASKED_TOO_LATE: {
    status: 409,
    title: text('要求县级复查的期限已过', 'The time to ask for the county review is over'),
    advice: text('请告知信访和诉讼途径。', 'Tell the routes to petition and court.'),
    params: ['appealUntil'],
  },
  NO_FOURTH_ROUND: {
    status: 422,
    title: text('不能再次重办', 'There is no fourth round'),
    advice: text(
      '请以“已解释”结案，并告知信访和诉讼途径。',
      'Close it as explained, and tell the routes to petition and court.',
    ),
  },
  REMEDIES_NOT_TOLD: {
    status: 422,
    title: text('没有告知其他救济途径', 'The resident was not told what else he can do'),
    advice: text('请先告知信访和诉讼途径。', 'Tell the routes to petition and court first.'),
  },
  ORDER_NOT_OPEN: {
    status: 409,
    title: text('督办单不在待答复状态', 'The supervision order is not open'),
    advice: text('请刷新查看当前状态。', 'Reload and look at its state.'),
  },
  ANSWER_MISSING: {
    status: 422,
    title: text('没有填写答复', 'The answer is missing'),
    advice: text('请填写后重新提交。', 'Fill it in and send again.'),
  },
  ORDER_NOT_ANSWERED: {
    status: 409,
    title: text('督办单尚未答复', 'The supervision order is not answered'),
    advice: look,
  },
} as const satisfies ProblemTexts;
