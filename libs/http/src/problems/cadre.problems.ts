import { type ProblemTexts, text } from './problem-text.js';

const choose = text('请从列表中选择。', 'Choose one from the list.');
const checkTime = text('请核对时间。', 'Check the time.');
const look = text('请刷新查看当前状态。', 'Reload and look at the current state.');

/** Cadres: registration, postings, certificates, leave. */
export const cadreProblems = {
  CADRE_UNKNOWN: {
    status: 404,
    title: text('没有这名干部', 'There is no such cadre'),
    advice: text('请核对编号。', 'Check the number.'),
  },
  CADRE_EXISTS: { status: 409, title: text('该干部已登记', 'This cadre is already registered'), advice: look },
  CADRE_KIND_UNKNOWN: {
    status: 422,
    title: text('没有这种人员类别', 'There is no such kind of staff'),
    advice: choose,
  },
  ROLE_UNKNOWN: { status: 422, title: text('没有这种岗位', 'There is no such role'), advice: choose, params: ['role'] },
  ID_NOT_OPAQUE: {
    status: 422,
    title: text('编号中不能含有个人信息', 'An id may say nothing about the person'),
    advice: text('请使用系统生成的编号。', 'Use an id made by the system.'),
  },
  PATH_UNKNOWN: { status: 422, title: text('没有这个辖区', 'There is no such place'), advice: choose },
  LAY_MEDIATOR_MEDIATES_ONLY: {
    status: 422,
    title: text('群众调解员只能担任调解员', 'A lay mediator can only mediate'),
    advice: text('请选择干部担任该岗位。', 'Choose a cadre for this role.'),
  },

  POSTING_EXISTS: { status: 409, title: text('该任职已登记', 'This posting is already there'), advice: look },
  POSTING_UNKNOWN: { status: 404, title: text('没有这次任职', 'There is no such posting'), advice: look },
  POSTING_ENDED: { status: 409, title: text('该任职已结束', 'This posting has ended'), advice: look },
  POSTING_IN_THE_FUTURE: {
    status: 422,
    title: text('任职开始时间晚于现在', 'A posting cannot start in the future'),
    advice: checkTime,
  },
  POSTING_END_IN_THE_FUTURE: {
    status: 422,
    title: text('任职结束时间晚于现在', 'A posting cannot end in the future'),
    advice: checkTime,
  },
  POSTING_END_BEFORE_START: {
    status: 422,
    title: text('任职结束时间早于开始时间', 'A posting cannot end before it starts'),
    advice: checkTime,
  },
  VILLAGE_NEEDED: {
    status: 422,
    title: text('住村指导员须指定到村', 'A resident instructor is posted to a village'),
    advice: text('请选择村。', 'Choose a village.'),
  },
  RESIDENCE_POSTING_ACTIVE: {
    status: 409,
    title: text('该干部已住另一个村', 'The cadre already lives in another village'),
    advice: text('请先结束原任职。', 'End that posting first.'),
    params: ['path'],
  },

  LEVEL_INVALID: { status: 422, title: text('没有这个技能等级', 'There is no such level'), advice: choose },
  LEVEL_NEEDS_EXAM: {
    status: 422,
    title: text('升级须经考试', 'A higher level needs an exam'),
    advice: text('请安排考试。', 'Arrange an exam.'),
  },
  CERTIFICATE_BY_EXAM_ONLY: {
    status: 409,
    title: text('该技能已有证书，今后只能经考试取得', 'There is a certificate already: the next one is by exam only'),
    advice: text('请安排考试。', 'Arrange an exam.'),
  },
  CERTIFICATE_UNKNOWN: {
    status: 404,
    title: text('没有这项技能证书', 'There is no such certificate'),
    advice: look,
    params: ['skill'],
  },
  CERTIFICATE_REVOKED: {
    status: 409,
    title: text('证书已吊销', 'The certificate is revoked'),
    advice: text('请重新考试取得。', 'It takes a new exam.'),
    params: ['skill'],
  },
  CERTIFICATE_EXPIRED: {
    status: 409,
    title: text('证书已过期', 'The certificate has expired'),
    advice: text('请重新考试取得。', 'It takes a new exam.'),
    params: ['skill'],
  },
  CERTIFICATE_IN_THE_FUTURE: {
    status: 422,
    title: text('证书生效时间晚于现在', 'A certificate cannot start in the future'),
    advice: checkTime,
  },
  RENEWAL_TOO_EARLY: {
    status: 409,
    title: text('还不到换证时间', 'It is too early to renew'),
    detail: text('{opensAt:time} 起可以换证。', 'It can be renewed from {opensAt:time} on.'),
    advice: text('请届时再办。', 'Come back then.'),
    params: ['opensAt'],
  },
  SERVICE_USES_TOO_FEW: {
    status: 422,
    title: text('技能使用次数不足，不能免试换证', 'The skill was used too seldom to renew without an exam'),
    detail: text('需要 {needed} 次，现有 {count} 次。', 'It takes {needed} uses, there are {count}.'),
    advice: text('请安排考试。', 'Arrange an exam.'),
    params: ['needed', 'count'],
  },
  EVIDENCE_MISSING: {
    status: 422,
    title: text('没有提供证明材料', 'The evidence is missing'),
    advice: text('请补充材料。', 'Add it.'),
  },
  EVIDENCE_NOT_A_DOCUMENT: {
    status: 422,
    title: text('证明材料须为文件', 'The evidence must be a document'),
    advice: text('请提供文件。', 'Give a document.'),
  },
  REASON_UNKNOWN: { status: 422, title: text('没有这种理由', 'There is no such reason'), advice: choose },
  SYSTEM_ONLY: {
    status: 403,
    title: text('此操作由系统自动办理', 'Only the system does this'),
    advice: text('无需办理。', 'You need do nothing.'),
  },

  LEAVE_ENDS_BEFORE_IT_STARTS: {
    status: 422,
    title: text('请假结束时间早于开始时间', 'The leave ends before it starts'),
    advice: checkTime,
  },
  LEAVE_IN_THE_PAST: { status: 422, title: text('请假时间已过', 'The leave lies in the past'), advice: checkTime },
  LEAVE_EXISTS: { status: 409, title: text('该请假已登记', 'This leave is already there'), advice: look },
  LEAVE_OVERLAPS: {
    status: 409,
    title: text('与另一次请假重叠', 'It overlaps another leave'),
    detail: text('另一次请假为 {from:time} 至 {to:time}。', 'The other one is from {from:time} to {to:time}.'),
    advice: text('请调整时间，或先取消另一次请假。', 'Move it, or cancel the other one.'),
    params: ['from', 'to'],
  },
  LEAVE_UNKNOWN: { status: 404, title: text('没有这次请假', 'There is no such leave'), advice: look },
  LEAVE_OVER: { status: 409, title: text('请假已结束', 'The leave is over'), advice: look },
  OWN_LEAVE: {
    status: 403,
    title: text('不能审批自己的请假', 'Nobody approves his own leave'),
    advice: text('请由中心主任或领导审批。', 'Ask the director or a leader.'),
  },
  SUBSTITUTE_MISSING: {
    status: 422,
    title: text('没有指定代班人', 'The substitute is missing'),
    advice: text('请先指定代班人。', 'Name one first.'),
  },
  SUBSTITUTE_IS_SELF: {
    status: 422,
    title: text('不能由本人代班', 'Nobody substitutes himself'),
    advice: text('请选择他人。', 'Choose somebody else.'),
  },
  SUBSTITUTE_UNKNOWN: {
    status: 422,
    title: text('没有这名代班人', 'There is no such substitute'),
    advice: text('请选择他人。', 'Choose somebody else.'),
  },
  SUBSTITUTE_CANNOT_LEAD: {
    status: 422,
    title: text('代班人不能主办事项', 'The substitute may not lead cases'),
    advice: text('请选择他人。', 'Choose somebody else.'),
  },
  SUBSTITUTE_AWAITING_POST: {
    status: 422,
    title: text('代班人正在待岗', 'The substitute is awaiting a post'),
    advice: text('请选择他人。', 'Choose somebody else.'),
  },
  SUBSTITUTE_ON_LEAVE: {
    status: 422,
    title: text('代班人届时也在请假', 'The substitute is on leave too'),
    advice: text('请选择他人。', 'Choose somebody else.'),
  },
} as const satisfies ProblemTexts;
