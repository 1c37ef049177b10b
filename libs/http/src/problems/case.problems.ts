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
  CASE_EXISTS: {
    status: 409,
    title: text('该事项已登记', 'This case is already registered'),
    detail: text('编号为 {caseNo}。', 'It has the number {caseNo}.'),
    advice: look,
    params: ['caseNo'],
  },
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
  QUERY_EMPTY: {
    status: 422,
    title: text('没有填写要查找的内容', 'It does not say what to search for'),
    advice: text('请填写文字、姓名、电话或编号。', 'Write a word, a name, a phone or a number.'),
  },
  GUIDANCE_MISSING: {
    status: 422,
    title: text('没有写明应向何处反映', 'It does not say where the resident can turn to'),
    advice: text('不予受理须告知去处，请填写。', 'Who is turned away is told where to go: fill it in.'),
  },
  CONFIDENTIALITY_ONLY_RISES: {
    status: 422,
    title: text('保密等级只能提高', 'The confidentiality only rises'),
    advice: text('请选择更高的等级。', 'Choose a higher one.'),
    params: ['from'],
  },
  NOT_SEALED: {
    status: 409,
    title: text('只有密封事项才指定可看的人', 'Only a sealed case names its readers'),
    advice: text('请先提高保密等级。', 'Raise the confidentiality first.'),
  },
  READER_KEPT_OUT: {
    status: 422,
    title: text(
      '此人是当事人、被反映人或已回避，不能查看',
      'He is a party, complained of or recused, and may not read it',
    ),
    advice: text('请另选一人。', 'Choose somebody else.'),
    params: ['reader'],
  },
  NOT_HIMSELF: {
    status: 422,
    title: text('本人申报只能申报自己回避', 'He can only say so of himself'),
    advice: text('请改为当事人提出或主任决定。', 'Say that a party asked for it, or the director decided it.'),
  },
  RECUSED: {
    status: 403,
    title: text('您在这件事项中回避', 'You keep out of this case'),
    advice: text('请由其他人办理。', 'Somebody else has to do it.'),
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
  NOT_A_DISPUTE: {
    status: 409,
    title: text('此类事项不适用调解', 'Such a case is not mediated'),
    advice: text('请按普通事项办理。', 'Handle it as an ordinary case.'),
  },
  NOT_MEDIABLE: {
    status: 409,
    title: text('该事项已由其他机关处理，不能调解', 'Another authority has the matter: it cannot be mediated'),
    advice: text('请告知当事人其他途径，或移送有权机关。', 'Tell the parties the other routes, or transfer the case.'),
    params: ['bar'],
  },
  VIOLENCE_NOT_MEDIATED: {
    status: 409,
    title: text('存在暴力迹象，不得调解', 'There is a sign of violence: it is never mediated'),
    advice: text(
      '请先保护当事人安全，必要时报警并按家庭暴力事项办理。',
      'Protect the people first; call the police where needed.',
    ),
  },
  ALREADY_AGREED: {
    status: 409,
    title: text('当事人已达成协议', 'The parties have agreed'),
    advice: text('请办结该事项。', 'Resolve the case.'),
  },
  AGREEMENT_REACHED: {
    status: 409,
    title: text('已达成协议，只能按“达成协议”办结', 'There is an agreement: it is resolved as agreed'),
    advice: text('请选择“达成协议”。', 'Choose "Agreed".'),
  },
  NO_AGREEMENT: {
    status: 409,
    title: text('没有达成协议，不能按“达成协议”办结', 'There is no agreement to resolve it by'),
    advice: text('请先组织调解，或选择其他结果。', 'Mediate first, or choose another outcome.'),
  },
  TIER_OFFER_OPEN: {
    status: 409,
    title: text('当事人正在考虑是否到上一级调解', 'The parties are considering mediation at the next tier'),
    advice: text(
      '请等待答复；到期未答复的，系统会自动办结。',
      'Wait for their answer; without one the case is resolved by itself.',
    ),
  },
  NO_TIER_OFFER: {
    status: 409,
    title: text('没有等待答复的上一级调解', 'The next tier is not on offer'),
    advice: look,
  },
  OTHER_SIDE_MISSING: {
    status: 409,
    title: text('只有一方当事人，不能调解', 'Only one side is known: there is nobody to mediate with'),
    advice: text(
      '请将对方反映的事项并入本案，或登记双方当事人。',
      'Merge the case of the other side into this one, or register both sides.',
    ),
  },
  NO_HIGHER_TIER: {
    status: 409,
    title: text('已在县级，没有上一级', 'The case is with the county: there is no higher tier'),
    advice: look,
  },
  PARTY_OBJECTS: {
    status: 409,
    title: text('有当事人不同意提级', 'A party does not want the case to go up'),
    advice: text('除非当事人自己要求，不得提级。', 'It goes up only if the parties ask for it.'),
  },
  PARTY_UNKNOWN: {
    status: 422,
    title: text('不是本案的当事人，或已经答复', 'Not a party of this case, or has answered already'),
    advice: text('请从列表中选择当事人。', 'Choose the party from the list.'),
  },
  NOT_SUSPENDABLE: {
    status: 409,
    title: text('此类事项不得中止', 'Such a case is never suspended'),
    advice: text('法定期限不停计。', 'Its limits are set by law and do not stop.'),
  },
  SUSPENDED_UNTIL_PAST: {
    status: 422,
    title: text('预计恢复时间已过', 'The time to go on lies in the past'),
    advice: text('请填写将来的时间。', 'Give a time that is still to come.'),
  },
  SUSPENDED_TOO_LONG: {
    status: 422,
    title: text('中止时间过长', 'The case would stand still for too long'),
    detail: text('最多还可中止 {days} 天。', 'It may stand still for {days} days at most.'),
    advice: text('请缩短后重新提交。', 'Shorten it and send again.'),
    params: ['days'],
  },
  MERGE_INTO_ITSELF: {
    status: 422,
    title: text('不能并入自身', 'A case cannot be merged into itself'),
    advice: text('请选择另一个事项。', 'Choose another case.'),
  },
  TARGET_NOT_FOUND: {
    status: 422,
    title: text('没有要并入的事项', 'There is no such case to merge into'),
    advice: text('请核对事项编号。', 'Check the number.'),
  },
  TARGET_OVER: {
    status: 409,
    title: text('要并入的事项已经办结', 'The case to merge into is over'),
    advice: text('请继续办理本事项。', 'Go on with this case by itself.'),
    params: ['stage'],
  },
  SECRET_NOT_MERGED: {
    status: 409,
    title: text('密封或匿名的事项不得并案', 'Sealed and anonymous cases are never merged'),
    advice: text('请分别办理，以免泄露身份。', 'Handle them apart, so that nobody is given away.'),
  },
  CONFIDENTIALITY_DIFFERS: {
    status: 409,
    title: text('两个事项的保密级别不同', 'The two cases are not equally confidential'),
    advice: text('请分别办理。', 'Handle them apart.'),
  },
  UNMERGE_TOO_LATE: {
    status: 409,
    title: text('已超过撤销并案的期限', 'It is too late to undo the merge'),
    detail: text('并案后 {days} 天内可以撤销。', 'A merge can be undone within {days} days.'),
    advice: text('请重新登记。', 'Register the matter anew.'),
    params: ['days'],
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
  ALREADY_REPORTED: {
    status: 409,
    title: text('已向公安机关报告', 'The police know already'),
    advice: text('请记录公安机关的处理结果。', 'Record what the police found.'),
  },
  NOT_REPORTED: {
    status: 409,
    title: text('尚未向公安机关报告', 'It was not reported to the police'),
    advice: text('请先报告。', 'Report it first.'),
  },
  RECEIPT_RECORDED: {
    status: 409,
    title: text('接收回执已登记', 'The receipt is recorded already'),
    advice: look,
  },
  REPRESENTATIVES_MISSING: {
    status: 422,
    title: text('没有选择代表人', 'No representative is named'),
    advice: fillIn,
  },
  TOO_MANY_REPRESENTATIVES: {
    status: 422,
    title: text('代表人过多', 'There are too many representatives'),
    detail: text('代表人不能超过 {max} 名。', 'There may be {max} representatives at most.'),
    advice: text('请少选几名。', 'Name fewer.'),
    params: ['max'],
  },
  NOTHING_TO_TELL: {
    status: 409,
    title: text('没有需要告知的风险', 'There is no danger left to tell of'),
    advice: look,
  },
  NOT_LOWER: {
    status: 422,
    title: text('不低于现在的风险等级', 'This is not lower than the level it has'),
    advice: text('请选择更低的等级。', 'Choose a lower one.'),
  },
  LOWERING_NOT_ALLOWED: {
    status: 403,
    title: text('您不能下调这一等级的风险', 'You may not lower a risk of this level'),
    advice: text(
      '红色风险由主要领导下调，其他由中心主任下调。',
      'Red is lowered by the chief leader, others by the director.',
    ),
    params: ['role'],
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
