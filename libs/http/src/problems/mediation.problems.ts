import { type ProblemTexts, text } from './problem-text.js';

const look = text('请刷新查看调解的当前状态。', 'Reload and look at the current state of the mediation.');
const offerAnother = text('请另提一名调解员。', 'Offer another mediator.');
const choosePartyAdvice = text('请从当事人中选择。', 'Choose one of the parties.');
const anotherTime = text('请另选时间。', 'Choose another time.');

/** Mediations (`docs/domain.md §5.2`). */
export const mediationProblems = {
  MEDIATION_NOT_FOUND: {
    status: 404,
    title: text('没有这次调解', 'There is no such mediation'),
    advice: text('请核对编号。', 'Check the number.'),
  },
  MEDIATION_OVER: {
    status: 409,
    title: text('调解已经结束', 'The mediation is over'),
    advice: look,
    params: ['stage'],
  },
  NOT_A_PARTY: {
    status: 422,
    title: text('此人不是当事人', 'This person is no party'),
    advice: choosePartyAdvice,
    params: ['party'],
  },
  CONSENT_MISSING: {
    status: 409,
    title: text('还有当事人没有同意调解', 'Not all parties have consented yet'),
    advice: text('调解自愿：请先征得每一方同意。', 'Mediation is voluntary: ask every party first.'),
    params: ['awaited'],
  },
  ALL_HAVE_CONSENTED: {
    status: 409,
    title: text('各方已经同意调解', 'All parties have consented already'),
    advice: text(
      '当事人随时可以终止调解：请记录终止并告知其他途径。',
      'A party may end the mediation at any time: record that it ends, and tell the other ways.',
    ),
  },
  MEDIATOR_MISSING: {
    status: 409,
    title: text('还没有各方都接受的调解员', 'There is no mediator yet whom all parties accept'),
    advice: text('请先提出调解员并征求各方意见。', 'Offer a mediator and ask the parties first.'),
  },
  NO_MEDIATOR_OFFERED: {
    status: 409,
    title: text('没有待答复的调解员人选', 'No mediator is offered to the parties'),
    advice: look,
  },
  MEDIATOR_REFUSED_BEFORE: {
    status: 422,
    title: text('当事人已经拒绝过这名调解员', 'A party has refused this mediator before'),
    advice: offerAnother,
    params: ['mediatorId'],
  },
  DIRECTOR_NAMES_MEDIATOR: {
    status: 403,
    title: text('现在由中心主任指定调解员', 'It is for the director to name a mediator now'),
    detail: text('已经提出 {maxOffers} 次。', 'There were {maxOffers} offers.'),
    advice: text('请告知本中心主任。', 'Tell the director of the centre.'),
    params: ['maxOffers'],
  },
  MEDIATOR_NOT_REGISTERED: {
    status: 422,
    title: text('此人不在调解员名册上', 'This person is not on the mediator register'),
    advice: text(
      '调解员须持有有效的人民调解证书并在岗，请另提一名。',
      'A mediator holds a valid certificate and is at his post: offer another.',
    ),
    params: ['mediatorId'],
  },
  MEDIATOR_IS_PARTY: {
    status: 422,
    title: text('当事人不能担任调解员', 'A party cannot mediate'),
    advice: offerAnother,
    params: ['mediatorId'],
  },
  MEDIATOR_IS_KIN: {
    status: 422,
    title: text('当事人的亲属不能担任调解员', 'Kin of a party cannot mediate'),
    advice: offerAnother,
    params: ['mediatorId'],
  },
  MEDIATOR_IN_COMPLAINT: {
    status: 422,
    title: text('此人与本事项有牵连，不能担任调解员', 'This person is concerned by the case and cannot mediate'),
    advice: offerAnother,
    params: ['mediatorId'],
  },
  MEDIATOR_ON_LEAVE: {
    status: 422,
    title: text('调解员届时请假', 'The mediator is on leave then'),
    advice: text('请改期或另提一名调解员。', 'Choose another time or another mediator.'),
    params: ['mediatorId'],
  },
  MEDIATOR_RECUSED: {
    status: 422,
    title: text('此人在这件事项中回避', 'He keeps out of this case'),
    advice: offerAnother,
    params: ['mediatorId'],
  },
  WOMAN_MEDIATOR_NEEDED: {
    status: 422,
    title: text('这类纠纷须由女调解员调解', 'A dispute of this kind is mediated by a woman'),
    advice: offerAnother,
    params: ['mediatorId'],
  },
  NOT_OF_THE_PANEL: {
    status: 422,
    title: text('联合调解不需要这个乡镇的调解员', 'A mediator of this township does not belong to the joint panel'),
    advice: text('请从县里或涉及的乡镇中选择调解员。', 'Choose somebody of the county, or of the townships concerned.'),
    params: ['townships'],
  },
  PANEL_SEATS_EMPTY: {
    status: 409,
    title: text('联合调解组还没有组齐', 'The joint panel is not complete yet'),
    detail: text('还缺这些乡镇的调解员：{townships}。', 'No mediator yet of: {townships}.'),
    advice: text('请为每个乡镇提出一名各方都接受的调解员。', 'Offer one for each township, whom all parties accept.'),
    params: ['townships'],
  },
  NOT_AGREED_BY_ALL: {
    status: 422,
    title: text('延长调解须各方都同意', 'Mediation is extended only if all parties agree'),
    advice: text('请征得其余各方同意，或在原时限内结束。', 'Win the others for it, or end it within the limit.'),
    params: ['missing'],
  },
  LIMIT_STANDS_STILL: {
    status: 409,
    title: text('办理时限现在没有计时', 'The limit of the case is not running now'),
    advice: text('请先恢复办理，再延长调解。', 'Resume the case first, then extend.'),
  },
  SESSION_IN_THE_PAST: {
    status: 422,
    title: text('调解时间已过', 'The session lies in the past'),
    advice: anotherTime,
  },
  SESSION_ENDS_BEFORE_START: {
    status: 422,
    title: text('结束时间早于开始时间', 'The session ends before it starts'),
    advice: anotherTime,
  },
  NOTICE_TOO_SHORT: {
    status: 422,
    title: text('通知当事人的时间不够', 'The parties would be told too late'),
    detail: text('最早可定在 {earliest:time}。', 'The earliest is {earliest:time}.'),
    advice: anotherTime,
    params: ['earliest'],
  },
  SESSION_ON_DAY_OFF: {
    status: 422,
    title: text('这一天不是工作日', 'This is not a working day'),
    advice: anotherTime,
  },
  SESSION_UNDER_WAY: {
    status: 409,
    title: text('调解正在进行', 'A session is under way'),
    detail: text('预计 {endsAt:time} 结束。', 'It ends at {endsAt:time}.'),
    advice: text('请先记录这次调解。', 'Record this session first.'),
    params: ['endsAt'],
  },
  PARTIES_MISSING: {
    status: 422,
    title: text('没有说明与谁单独调解', 'It is not said with whom the separate session is'),
    advice: choosePartyAdvice,
  },
  NO_SESSION_FIXED: {
    status: 409,
    title: text('没有排定的调解', 'No session is fixed'),
    advice: text('请先排期。', 'Fix one first.'),
  },
  SESSION_NOT_STARTED: {
    status: 409,
    title: text('调解尚未开始', 'The session has not started'),
    detail: text('定于 {startsAt:time}。', 'It starts at {startsAt:time}.'),
    advice: text('请在调解之后记录。', 'Record it afterwards.'),
    params: ['startsAt'],
  },
  ATTENDANCE_MISSING: {
    status: 422,
    title: text('没有记录到场的当事人', 'Nobody is recorded as present'),
    advice: choosePartyAdvice,
  },
  PARTY_NOT_IN_SESSION: {
    status: 422,
    title: text('此人不在这次调解之列', 'The session was not fixed with this person'),
    advice: text('请核对到场的当事人。', 'Check who was present.'),
    params: ['party'],
  },
  MINUTES_MISSING: {
    status: 422,
    title: text('没有填写调解笔录', 'The minutes are missing'),
    advice: text('请填写后重新提交。', 'Fill them in and send again.'),
  },
  ROUTES_NOT_TOLD: {
    status: 422,
    title: text('没有告知当事人其他途径', 'The parties were not told the other ways'),
    advice: text(
      '请先告知仲裁、行政、诉讼途径，再记录。',
      'Tell the ways to arbitration, administration and court first, then record it.',
    ),
  },
  NO_SESSION_HELD: {
    status: 409,
    title: text('还没有进行过调解', 'No session has been held yet'),
    advice: text('请先调解并记录。', 'Hold one and record it first.'),
  },
  WRITTEN_ONLY: {
    status: 422,
    title: text('必须订立书面协议', 'Only a written agreement will do'),
    advice: text('请起草书面协议，由各方签名。', 'Draft a written agreement and have all sign it.'),
    params: ['writtenAbove'],
  },
  TERMS_MISSING: {
    status: 422,
    title: text('协议没有履行内容', 'The agreement has no terms'),
    advice: text('请写明谁在何时之前做什么。', 'Say who does what by when.'),
  },
  TERMS_MISNUMBERED: {
    status: 422,
    title: text('履行内容的序号不连续', 'The terms are not numbered one after the other'),
    advice: text('请从 1 起依次编号。', 'Number them from 1 on.'),
    params: ['term'],
  },
  TERM_DUE_IN_THE_PAST: {
    status: 422,
    title: text('履行期限已过', 'The term is due in the past'),
    detail: text('第 {term} 项：{dueOn}。', 'Term {term}: {dueOn}.'),
    advice: text('请另定期限。', 'Choose a later day.'),
    params: ['term', 'dueOn'],
  },
  CONTENT_MISSING: {
    status: 422,
    title: text('没有填写协议内容', 'The words of the agreement are missing'),
    advice: text('请填写后重新提交。', 'Fill them in and send again.'),
  },
  NO_DRAFT: {
    status: 409,
    title: text('还没有协议书', 'There is no draft of an agreement'),
    advice: text('请先起草协议书。', 'Draft it first.'),
  },
  NOT_A_SIGNER: {
    status: 422,
    title: text('此人不在协议上签名', 'This person does not sign the agreement'),
    advice: text('由各方当事人和现任调解员签名。', 'The parties sign, and whoever mediates now.'),
    params: ['signer'],
  },
  NOTHING_AGREED: {
    status: 409,
    title: text('还没有达成协议', 'There is no agreement'),
    advice: look,
  },
  NO_SUCH_TERM: {
    status: 422,
    title: text('协议中没有这一项', 'The agreement has no such term'),
    detail: text('第 {term} 项。', 'Term {term}.'),
    advice: text('请从协议的履行内容中选择。', 'Choose one of its terms.'),
    params: ['term'],
  },
  PERFORMED_IN_THE_FUTURE: {
    status: 422,
    title: text('履行日期不能晚于今天', 'The day of performance lies in the future'),
    advice: text('履行之后再记录。', 'Record it once it is done.'),
    params: ['performedOn'],
  },
  PERFORMED_BEFORE_AGREEMENT: {
    status: 422,
    title: text('履行日期早于协议生效', 'The day of performance is before the agreement'),
    detail: text('协议自 {effectiveOn} 起生效。', 'The agreement has had effect since {effectiveOn}.'),
    advice: text('请核对日期。', 'Check the day.'),
    params: ['effectiveOn'],
  },
  OBLIGORS_OWN_WORD: {
    status: 422,
    title: text('义务人自己的说法不能作为履行依据', 'Whoever owes it cannot confirm it himself'),
    advice: text('请向另一方核实，或者亲自查看后记录。', 'Ask another party, or see for yourself and record that.'),
    params: ['party'],
  },
  NOTHING_TO_CONFIRM: {
    status: 422,
    title: text('司法确认需要书面协议', 'The court confirms written agreements only'),
    advice: text('口头协议仍然有效，可以直接履行。', 'An oral agreement has effect without it.'),
  },
  NOT_APPLIED_JOINTLY: {
    status: 422,
    title: text('司法确认须由各方共同申请', 'All parties have to ask the court together'),
    advice: text('请征得其余各方同意后共同申请。', 'Win the others for it, then apply together.'),
    params: ['missing'],
  },
  WINDOW_CLOSED: {
    status: 409,
    title: text('申请司法确认的期限已过', 'The time to ask the court for confirmation is over'),
    advice: text(
      '一方不履行的，另一方可以向法院起诉。',
      'If a party does not perform, the other may sue on the agreement.',
    ),
    params: ['until'],
  },
  NOT_APPLIED: {
    status: 409,
    title: text('还没有申请司法确认', 'Nobody has asked the court yet'),
    advice: text('请先记录共同申请。', 'Record the joint application first.'),
  },
  COURT_HAS_DECIDED: {
    status: 409,
    title: text('法院已经作出决定', 'The court has decided'),
    advice: look,
  },
} as const satisfies ProblemTexts;
