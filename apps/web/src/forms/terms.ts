import { fenOf } from '../in-words/money';

/** One thing agreed, as it stands in the form. */
export interface TermDraft {
  readonly obligor: string;
  /** In yuan. */
  readonly amount: string;
  readonly dueOn: string;
  readonly words: string;
}

export const emptyTerm = (): TermDraft => ({ obligor: '', amount: '', dueOn: '', words: '' });

/** The text of an agreement: what it is about, then the words of each term under its number. */
export const contentOf = (facts: string, terms: readonly TermDraft[]): string =>
  [facts.trim(), ...terms.map(({ words }, index) => `${index + 1}. ${words.trim()}`)].filter(Boolean).join('\n');

/** What the station keeps of a term beside its words. */
export const termBody = ({ obligor, amount, dueOn }: TermDraft): object => ({
  obligor,
  ...(amount.trim() !== '' && { amount: fenOf(amount) }),
  dueOn,
});
