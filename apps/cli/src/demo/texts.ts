/** What those who act write down; plain, invented, about nobody, and about what they do. */
const NOTES = [
  '已到现场查看，拍照留存。',
  '已与当事人电话沟通，约定上门时间。',
  '正在协调村干部和施工人员。',
  '材料已收齐，等待核对。',
];
const RESPONSES = {
  CALL: '已电话联系，了解了基本情况。',
  VISIT: '上门见面，听取了意见。',
  ON_SITE: '已到场，情况属实。',
} as const;
const RESULTS: Readonly<Record<string, readonly string[]>> = {
  SOLVED: ['问题已处理，当事人在场确认。', '已办结，结果当面告知。'],
  ANSWERED: ['已答复并说明政策依据。', '已当面答复，问题说清楚了。'],
  EXPLAINED: ['已说明处理依据和后续办理途径。', '已当面解释，并给了书面说明。'],
  NOT_AGREED_GUIDED: ['双方未能达成一致，已告知仲裁、诉讼等途径。'],
};
const GUIDANCES = ['请向有权处理的机关提出，已告知地址和电话。', '已说明办理途径，并给了书面指引。'];
const ORDERS: Readonly<Record<string, string>> = {
  ORDER: '请今天内办结这一步并报告。',
  REASSIGN: '承办人一时无法办理，换人接手。',
  EXTEND: '已与承办人谈话，限时办理。',
  ACCEPT_REASON: '工作冲突属实，准予顺延，仍计超期。',
};
const DECLINES = {
  CONFLICT: '与一方当事人有亲属关系，请求回避。',
  OVERLOAD: '手上紧急事项较多，难以按时办理。',
  NO_SKILL: '不熟悉这类事项，怕耽误办理。',
} as const;
const VERDICTS = {
  UPHELD: '听取各方意见并查阅记录，处理结果适当，予以维持。',
  REDO: '还有措施可以落实，由县级重新办理。',
} as const;
const EXTENSIONS = ['等待配件到货。', '当事人外出，约定返乡后办理。'];

const pick = (from: readonly string[], text: number): string => from[text % from.length] ?? '';

export const CONTACTS = ['CALL', 'VISIT', 'ON_SITE'] as const;

export const noteText = (text: number): string => pick(NOTES, text);
export const responseText = (contact: (typeof CONTACTS)[number]): string => RESPONSES[contact];
export const resultText = (outcome: string, text: number): string => pick(RESULTS[outcome] ?? NOTES, text);
export const guidanceText = (text: number): string => pick(GUIDANCES, text);
export const orderText = (action: string): string => ORDERS[action] ?? '';
export const declineText = (reason: keyof typeof DECLINES): string => DECLINES[reason];
export const verdictText = (verdict: keyof typeof VERDICTS): string => VERDICTS[verdict];
export const extensionText = (text: number): string => pick(EXTENSIONS, text);
