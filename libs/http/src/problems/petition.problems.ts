import { type ProblemTexts, text } from './problem-text.js';

const look = text('请刷新查看事项的当前状态。', 'Reload and look at the current state.');
const fillIn = text('请填写后重新提交。', 'Fill it in and send again.');

/** Petitions with their legal terms, and withdrawals that somebody has to ask about (`docs/domain.md §5.1, §6`). */
export const petitionProblems = {
  NO_PETITION: {
    status: 422,
    title: text('该事项不是信访事项', 'This case is no petition'),
    advice: text('请核对事项编号。', 'Check the number.'),
  },
  NO_NOTICE_OWED: {
    status: 409,
    title: text('没有需要送出的受理告知书', 'No notice of acceptance is owed'),
    advice: look,
  },
  PETITION_NOT_ANSWERED: {
    status: 409,
    title: text('信访事项尚未答复', 'The petition has not been answered'),
    advice: text('请先作出答复。', 'Answer it first.'),
  },
  ANSWER_DELIVERED: {
    status: 409,
    title: text('答复已经送达', 'The answer is delivered already'),
    advice: look,
  },
  DELIVERED_BEFORE_ANSWER: {
    status: 422,
    title: text('送达时间早于答复时间', 'It cannot be delivered before it was given'),
    advice: text('请核对送达时间。', 'Check the time of delivery.'),
  },
  GROUNDS_MISSING: {
    status: 422,
    title: text('没有写明不服的理由', 'What is said against the answer is missing'),
    advice: fillIn,
  },
  EXAMINATION_UNDER_WAY: {
    status: 409,
    title: text('复查或者复核正在进行', 'The answer is being examined already'),
    advice: text('请等待上一级机关的意见。', 'Wait for the body above.'),
  },
  NO_EXAMINATION_ASKED: {
    status: 409,
    title: text('没有提出复查或者复核', 'Nobody has asked for an examination'),
    advice: look,
  },
  EXAMINER_INVOLVED: {
    status: 422,
    title: text('原承办人不能作出复查意见', 'Whoever handled it does not examine it'),
    advice: text('请由上一级机关的其他人员办理。', 'Let somebody else of the body above do it.'),
  },
  PETITION_WINDOW_OVER: {
    status: 422,
    title: text('提出的期限已过', 'The days for asking are over'),
    detail: text('期限到 {until:time} 为止。', 'They ended at {until:time}.'),
    advice: text(
      '有新的事实或者理由的，可以作为新的事项提出；也可以走其他法定途径。',
      'New facts make a new case; other legal routes stay open.',
    ),
    params: ['until'],
  },
  PETITION_FINAL: {
    status: 409,
    title: text('该信访事项已经终结', 'This petition is final'),
    advice: text(
      '同一事实和理由不再受理，请向来访人说明；有新的事实或证据的，登记为新的事项。',
      'The same facts are not taken up again: explain it. New facts or evidence are registered as a new case.',
    ),
  },
  PETITION_NOT_FINAL: {
    status: 422,
    title: text('没有对应的已终结信访事项', 'There is no final petition to which this belongs'),
    advice: text('请先关联已经终结的事项。', 'Link the petition that is final first.'),
  },
  FINAL_PETITION_LINKED: {
    status: 409,
    title: text('已经关联终结的信访事项', 'A final petition is linked already'),
    advice: look,
  },
  NEW_FACTS_MISSING: {
    status: 422,
    title: text('没有写明新的事实或者证据', 'What is new about it is missing'),
    advice: text(
      '请写明新的事实或证据；没有的，按“信访事项已经终结”不予受理并说明理由。',
      'Write down the new facts or evidence; where there are none, do not accept it, and explain why.',
    ),
  },
  WITHDRAWAL_REQUESTED: {
    status: 409,
    title: text('撤回意愿正在核实', 'A callback clerk is to ask about the withdrawal already'),
    advice: text('请等待回访员核实。', 'Wait for the callback clerk.'),
  },
  NO_WITHDRAWAL_REQUESTED: {
    status: 409,
    title: text('没有待核实的撤回', 'No withdrawal waits for a word'),
    advice: look,
  },
  CONFIRMED_BY_INVOLVED: {
    status: 422,
    title: text('承办人和登记撤回的人不能核实', 'Whoever handles it, or wrote the wish down, does not ask about it'),
    advice: text('请由其他回访员核实。', 'Let another callback clerk ask.'),
  },
} as const satisfies ProblemTexts;
