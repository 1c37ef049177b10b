import { type ProblemTexts, text } from './problem-text.js';

const look = text('请刷新查看事项的当前状态。', 'Reload and look at the current state.');

/** Paperwork done for residents (`docs/domain.md §5.4`). */
export const agencyProblems = {
  NO_AGENCY_MATTER: {
    status: 422,
    title: text('该事项不是代办事项', 'This case is no paperwork for a resident'),
    advice: text('请核对事项编号。', 'Check the number.'),
  },
  NOT_ENTRUSTED: {
    status: 409,
    title: text('群众尚未书面委托', 'The resident has not entrusted it in writing'),
    advice: text('请先登记委托书。', 'Record the letter first.'),
  },
  ALREADY_ENTRUSTED: { status: 409, title: text('已经登记委托', 'It is entrusted already'), advice: look },
  CONSENT_LETTER_MISSING: {
    status: 422,
    title: text('没有委托书编号', 'The number of the letter is missing'),
    advice: text('请填写群众签字的委托书编号。', 'Give the number of the letter that the resident signed.'),
  },
  ITEM_UNKNOWN: {
    status: 422,
    title: text('没有这个代办事项', 'There is no such matter'),
    advice: text('请从列表中选择。', 'Choose one of the list.'),
  },
  PAPER_UNKNOWN: {
    status: 422,
    title: text('没有这种材料', 'There is no such paper'),
    advice: text('请从列表中选择。', 'Choose one of the list.'),
    params: ['paper'],
  },
  AGENCY_NOT_AT: {
    status: 409,
    title: text('代办还没有到这一步，或者已经过了', 'The paperwork is not at this step, or has passed it'),
    advice: text(
      '缺少的材料只能一次告知。请刷新查看进度。',
      'What is missing is said once only. Reload and see how far it is.',
    ),
    params: ['stage', 'allowed'],
  },
  AGENCY_NOT_DELIVERED: {
    status: 409,
    title: text('代办结果尚未送达签收', 'The result has not been delivered against signature'),
    advice: text('请送达群众签收，送达即办结。', 'Deliver it: delivered is resolved.'),
  },
  MATERIALS_MISSING: {
    status: 409,
    title: text('材料还没有补齐', 'Papers are still missing'),
    advice: text('材料到齐后登记补齐，自动继续计时。', 'Record that they have come: time then runs by itself.'),
    params: ['papers'],
  },
  ORIGINALS_HELD: {
    status: 409,
    title: text('还有原件没有退还', 'Originals have not gone back'),
    advice: text('请先把原件退还群众。', 'Give them back to the resident first.'),
    params: ['papers'],
  },
  PAPER_IS_THERE: {
    status: 409,
    title: text('原件已经在那里', 'The original is there already'),
    advice: look,
    params: ['holder'],
  },
  SAVING_RECORDED: { status: 409, title: text('节约已经登记', 'The saving is recorded already'), advice: look },
} as const satisfies ProblemTexts;
