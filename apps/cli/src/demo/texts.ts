/** What those who act write down; plain, invented, and about nobody. */
const NOTES = [
  '已到现场查看，拍照留存。',
  '已与当事人电话沟通，约定上门时间。',
  '正在协调村干部和施工人员。',
  '材料已收齐，等待核对。',
];
const RESPONSES = ['已电话联系，了解了基本情况。', '上门见面，听取了意见。', '已到场，情况属实。'];
const RESULTS = [
  '问题已处理，当事人在场确认。',
  '已答复并说明政策依据。',
  '已修复，试用正常。',
  '已办结，结果当面告知。',
];
const EXPLANATIONS = ['请向有权处理的机关提出，已告知地址和电话。', '已说明办理途径，并给了书面指引。'];
const ORDERS = ['请今天内办结这一步并报告。', '已与承办人谈话，限时办理。', '工作冲突属实，准予顺延，仍计超期。'];

const pick = (from: readonly string[], text: number): string => from[text % from.length] ?? '';

export const noteText = (text: number): string => pick(NOTES, text);
export const responseText = (text: number): string => pick(RESPONSES, text);
export const resultText = (text: number): string => pick(RESULTS, text);
export const explanationText = (text: number): string => pick(EXPLANATIONS, text);
export const orderText = (text: number): string => pick(ORDERS, text);
