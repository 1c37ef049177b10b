import type { CasePage, CommandPath } from '../api/cases';
import { worded, yesOrNo, type CommandForm } from '../forms/questions';

type CaseForm = CommandForm<CommandPath>;

/** What a petitioner is owed beside the reply, and the word on a withdrawal (`docs/domain.md §5.1, §6`). */
export const PETITION_FORMS: Readonly<Record<string, (page: CasePage) => CaseForm>> = {
  NoticeAcceptance: () => ({ path: 'notice', questions: [{ name: 'reference', kind: 'line', optional: true }] }),
  DeliverAnswer: () => ({
    path: 'delivery',
    questions: [
      { name: 'deliveredAt', kind: 'when', optional: true },
      { name: 'reference', kind: 'line', optional: true },
    ],
  }),
  RequestExamination: () => ({ path: 'examinations', questions: [{ name: 'grounds', kind: 'text' }] }),
  AnswerExamination: () => ({
    path: 'examinations/answer',
    questions: [
      { name: 'verdict', kind: 'choice', options: worded('examinationVerdict', ['UPHELD', 'CHANGED']) },
      { name: 'answer', kind: 'text' },
    ],
  }),
  LinkFinalPetition: () => ({ path: 'final-petition', questions: [{ name: 'petition', kind: 'line' }] }),
  ConfirmWithdrawal: () => ({
    path: 'withdrawal-word',
    questions: [{ name: 'free', kind: 'yesNo', options: yesOrNo() }],
  }),
};
