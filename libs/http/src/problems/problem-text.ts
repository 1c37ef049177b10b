import type { Text } from '#policy';

/** How one stable code is told to people. `{name}` stands for a value of the refusal's detail, `{name:time}` for an instant. */
export interface ProblemText {
  readonly status: number;
  readonly title: Text;
  /** This occurrence in words; the title where there is nothing to add. */
  readonly detail?: Text;
  /** What the reader can do now. */
  readonly advice: Text;
  /** Values of the detail that are handed out; nothing else of it ever leaves the house. */
  readonly params?: readonly string[];
}

export type ProblemTexts = Readonly<Record<string, ProblemText>>;

export const text = (zh: string, en: string): Text => ({ zh, en });
