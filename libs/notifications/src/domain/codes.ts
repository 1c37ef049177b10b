import type { Text } from '#policy';

const text = (zh: string, en: string): Text => ({ zh, en });

/** Words of codes that the policy does not name. */
export const CODES = {
  step: {
    accept: text('受理', 'accept'),
    assign: text('派单', 'assign'),
    ack: text('接单', 'acknowledge'),
    respond: text('首次响应', 'first response'),
    resolve: text('办结', 'resolve'),
    review: text('回访', 'review'),
    countyReview: text('县级复查决定', 'county review'),
    police: text('向公安机关报告', 'report to the police'),
    tellLeader: text('向分管领导报告风险', 'tell the leader of the danger'),
    tellCounty: text('向县里报告风险', 'tell the county of the danger'),
    transferReceipt: text('移送回执', 'receipt of the transfer'),
    notice: text('受理告知书', 'notice of acceptance'),
    delivery: text('送达答复', 'delivery of the answer'),
    reExamination: text('复查意见', 're-examination'),
    finalReview: text('复核意见', 'final review'),
  },
  risk: {
    RED: text('红色', 'red'),
    ORANGE: text('橙色', 'orange'),
    YELLOW: text('黄色', 'yellow'),
    BLUE: text('蓝色', 'blue'),
  },
  askedFor: { RATING: text('好评', 'a good rating'), WITHDRAWAL: text('撤回', 'a withdrawal') },
  tier: { V: text('村', 'the village'), T: text('乡镇', 'the township'), K: text('县', 'the county') },
  raiseReason: {
    BUDGET: text('本级办理天数到了', 'the days of this level are over'),
    MEDIATION_FAILED: text('本级没有调解成', 'mediation failed at this level'),
    HANDLER: text('承办人提请', 'the handler asked for it'),
    LEADER: text('领导决定', 'a leader decided so'),
    PARTIES: text('当事人要求', 'the parties asked for it'),
    OFFER_TAKEN: text('当事人同意', 'the parties agreed to it'),
  },
  route: {
    ARBITRATION: text('申请仲裁', 'go to arbitration'),
    ADMINISTRATIVE: text('请行政机关处理', 'turn to the authority in charge'),
    COURT: text('向法院起诉', 'go to court'),
    ENFORCEMENT: text('申请法院强制执行', 'ask the court to enforce it'),
    CONFIRMATION: text('双方一起申请司法确认', 'ask the court together to confirm it'),
    PAYMENT_ORDER: text('向法院申请支付令', 'ask the court for a payment order'),
    MEDIATION: text('重新调解', 'mediate anew'),
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Text>>>>;
