import { type ProblemTexts, text } from './problem-text.js';

const look = text('请刷新查看事项的当前状态。', 'Reload and look at the current state.');
const fillIn = text('请填写后重新提交。', 'Fill it in and send again.');
const later = text('到时系统会自动办理。', 'It will be done by itself when the time comes.');

/** A case from intake to close (`docs/domain.md §5.1`). */
export const caseProblems = {
  CASE_NOT_FOUND: {
    status: 404,
    title: text('没有这个事项', 'There is no such case'),
    advice: text('请核对事项编号。', 'Check the number.'),
  },
  CASE_EXISTS: { status: 409, title: text('该事项已登记', 'This case is already registered'), advice: look },
  NOT_IN_STAGE: {
    status: 409,
    title: text('事项当前状态不能办理此操作', 'This cannot be done at the stage the case is in'),
    advice: look,
    params: ['stage', 'allowed'],
  },
  NOT_THE_HANDLER: {
    status: 403,
    title: text('您不是该事项的主办人', 'You are not the lead handler of this case'),
    advice: text('请由主办人办理，或请中心主任改派。', 'Let the lead handler do it, or ask the director to reassign.'),
  },
  REASSIGNED_MEANWHILE: {
    status: 409,
    title: text('该事项已改派他人', 'The case was given to somebody else meanwhile'),
    advice: text('无需再办理；如有疑问请联系中心主任。', 'You need do nothing more; ask the director if in doubt.'),
  },
  VILLAGE_MISSING: { status: 422, title: text('没有填写所在村', 'The village is missing'), advice: fillIn },
  VILLAGE_UNKNOWN: {
    status: 422,
    title: text('没有这个村', 'There is no such village'),
    detail: text('没有编号为 {village} 的村。', 'There is no village {village}.'),
    advice: text('请从列表中选择。', 'Choose one from the list.'),
    params: ['village'],
  },
  CENTRE_MISSING: {
    status: 422,
    title: text('该乡镇没有负责此类事项的中心', 'No centre of the township answers for such cases'),
    advice: text('请联系组织部门设置中心。', 'Ask the organisation department to set one up.'),
    params: ['township'],
  },
  CASE_TYPE_UNKNOWN: {
    status: 422,
    title: text('没有这种事项类型', 'There is no such type of case'),
    advice: text('请从列表中选择。', 'Choose one from the list.'),
  },
  PROFILE_UNKNOWN: {
    status: 422,
    title: text('没有这种时限类别', 'There is no such profile of time limits'),
    advice: text('请联系系统维护人员。', 'Tell the people who run the system.'),
  },
  POLICY_VERSION_UNKNOWN: {
    status: 422,
    title: text('没有这个版本的规则', 'There is no such version of the rules'),
    advice: text('请升级系统后重试。', 'Upgrade the system and try again.'),
    params: ['version'],
  },
  ANONYMOUS_NOT_ALLOWED: {
    status: 422,
    title: text('此类事项不能匿名', 'Such a case cannot be anonymous'),
    advice: text('请填写诉求人，或改选可匿名的类型。', 'Name the resident, or choose a type that may be anonymous.'),
  },
  PARTY_MISSING: { status: 422, title: text('没有填写诉求人', 'The resident is missing'), advice: fillIn },
  SUMMARY_MISSING: { status: 422, title: text('没有填写诉求内容', 'What it is about is missing'), advice: fillIn },
  GUIDANCE_MISSING: {
    status: 422,
    title: text('没有写明应向何处反映', 'It does not say where the resident can turn to'),
    advice: text('不予受理须告知去处，请填写。', 'Who is turned away is told where to go: fill it in.'),
  },
  REASON_MISSING: { status: 422, title: text('没有填写理由', 'The reason is missing'), advice: fillIn },
  NOTE_MISSING: { status: 422, title: text('没有填写记录', 'The note is missing'), advice: fillIn },
  RESULT_MISSING: { status: 422, title: text('没有填写办理结果', 'The result is missing'), advice: fillIn },
  RECEIVING_BODY_MISSING: {
    status: 422,
    title: text('没有填写接收单位', 'The receiving body is missing'),
    advice: fillIn,
  },
  INSTANT_INVALID: {
    status: 422,
    title: text('时间格式不正确', 'The time is not well formed'),
    advice: text(
      '请使用带时区的时间，例如 2026-02-13T16:40:00+08:00。',
      'Write it with its zone, such as 2026-02-13T16:40:00+08:00.',
    ),
  },
  NO_CANDIDATE: {
    status: 409,
    title: text('没有符合条件的干部', 'No cadre may take this case'),
    advice: text(
      '请由主任直接指定，或向组织部门提出培训需求。',
      'Let the director name one, or report the need for training.',
    ),
    params: ['missingSkill'],
  },
  CANDIDATE_UNKNOWN: {
    status: 422,
    title: text('没有这名干部', 'There is no such cadre'),
    advice: text('请从候选名单中选择。', 'Choose one from the candidates.'),
  },
  CANDIDATE_RULED_OUT: {
    status: 422,
    title: text('该干部不能承办此事项', 'This cadre may not take this case'),
    detail: text('该干部不符合派单硬性条件 {rule}。', 'Hard rule {rule} of assignment rules him out.'),
    advice: text('请选择其他干部。', 'Choose another one.'),
    params: ['rule'],
  },
  TOO_MANY_DECLINES: {
    status: 409,
    title: text('该事项退单次数已满', 'The case was declined as often as it may be'),
    advice: text('请接单，或请中心主任改派。', 'Take it, or ask the director to reassign.'),
    params: ['maxDeclines'],
  },
  HAPPENED_IN_THE_FUTURE: {
    status: 422,
    title: text('发生时间晚于现在', 'It cannot have happened in the future'),
    advice: text('请核对时间。', 'Check the time.'),
  },
  CLAIMED_TOO_LATE: {
    status: 422,
    title: text('补录时间过早', 'That is too long ago to be claimed'),
    detail: text(
      '只能补录 {claimableHours} 小时以内的事。',
      'Only what happened within {claimableHours} hours can be claimed.',
    ),
    advice: text('请按现在的时间记录，并在备注中说明。', 'Record it as of now and explain it in the note.'),
    params: ['claimableHours'],
  },
  SKILL_UNKNOWN: {
    status: 422,
    title: text('没有这项技能', 'There is no such skill'),
    advice: text('请从技能目录中选择。', 'Choose one from the catalogue.'),
    params: ['skill'],
  },
  ALREADY_EXTENDED: {
    status: 409,
    title: text('办理时限已延长过一次', 'The limit was already extended once'),
    advice: text('不能再次延长，请尽快办理。', 'It cannot be extended again: get it done.'),
  },
  LIMIT_ALREADY_PASSED: {
    status: 409,
    title: text('办理时限已过，不能延长', 'The limit has passed and cannot be extended'),
    advice: text('请尽快办理，并向分管领导说明。', 'Get it done, and explain it to the leader.'),
  },
  EXTENSION_TOO_LONG: {
    status: 422,
    title: text('延长时间超过允许范围', 'That is longer than a limit may be extended'),
    advice: text('请缩短延长时间。', 'Ask for less.'),
    params: ['bound'],
  },
  WITHDRAWAL_NOT_ALLOWED: {
    status: 422,
    title: text('红色风险和举报事项不能撤回', 'Red-risk cases and reports cannot be withdrawn'),
    advice: text('请继续办理。', 'Go on with the case.'),
  },
  FREE_WILL_NOT_CONFIRMED: {
    status: 422,
    title: text('尚未核实撤回是否自愿', 'Nobody has confirmed that it is withdrawn freely'),
    advice: text('请由回访员向本人核实。', 'Let a callback clerk ask the resident.'),
  },
  NOT_YET_DUE: { status: 409, title: text('时间未到', 'It is not due yet'), advice: later },
  NOT_ESCALATED: { status: 409, title: text('该环节没有升级', 'This step is not escalated'), advice: look },
  STEP_DONE: { status: 409, title: text('该环节已完成', 'This step is done'), advice: look },
  NOT_ASSIGNED: {
    status: 409,
    title: text('该事项尚未派单', 'The case is assigned to nobody'),
    advice: text('请先派单。', 'Assign it first.'),
  },
  NOTHING_TO_HOLD: { status: 409, title: text('没有可暂缓的督办', 'There is nothing to hold back'), advice: look },
  HOLD_UNTIL_MISSING: {
    status: 422,
    title: text('没有填写暂缓至何时', 'It does not say until when'),
    advice: text('请填写一个将来的时间。', 'Name a time to come.'),
  },
  HELD_TOO_LONG: {
    status: 422,
    title: text('暂缓时间过长', 'It cannot be held back that long'),
    detail: text('最迟只能暂缓至 {latest:time}。', 'It can be held back until {latest:time} at most.'),
    advice: text('请选择更早的时间。', 'Choose an earlier time.'),
    params: ['latest'],
  },
} as const satisfies ProblemTexts;
