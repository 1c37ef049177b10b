import type { Cadre } from '../api/organisation';
import { t, word } from '../language';

export interface Option {
  readonly code: string;
  readonly label: string;
  /** Shown beneath once it is chosen. */
  readonly hint?: string;
}

export type Values = Record<string, unknown>;

type Kind =
  | ('text' | 'line' | 'choice' | 'yesNo' | 'several' | 'number' | 'tick' | 'when' | 'day')
  | ('skills' | 'cadre' | 'cadres' | 'case' | 'terms');

/** One question of a form. `shown`: asked only then, and sent only then. */
export interface Question {
  readonly name: string;
  readonly kind: Kind;
  readonly first?: unknown;
  readonly options?: readonly Option[];
  readonly optional?: boolean;
  readonly people?: () => Promise<readonly Cadre[]>;
  readonly without?: readonly string[];
  /** Whoever is not among `people` may be written down by his number. */
  readonly beside?: boolean;
  /** Skills that stand at the top. */
  readonly near?: readonly string[];
  /** Cases that may be the same matter. */
  readonly like?: { readonly caseId: string; readonly typeCode: string; readonly villages: readonly string[] };
  readonly shown?: (values: Values) => boolean;
}

export interface CommandForm<Path extends string = string> {
  /** Last part of the command's address. */
  readonly path: Path;
  readonly questions: readonly Question[];
  /** Where the answers are not sent as they are. */
  readonly body?: (values: Values) => object;
  /** Numbers that the introduction and the labels name. */
  readonly says?: Readonly<Record<string, unknown>>;
}

export const worded = (group: string, codes: readonly string[]): readonly Option[] =>
  codes.map((code) => ({ code, label: word(group, code) }));

/** What a person has said is chosen, never left to a tick that nobody has looked at. */
export const yesOrNo = (): readonly Option[] => [
  { code: 'yes', label: t('field.yes') },
  { code: 'no', label: t('field.no') },
];

const EMPTY: Readonly<Partial<Record<Kind, () => unknown>>> = {
  ...{ skills: () => [], cadres: () => [], several: () => [], terms: () => [], tick: () => false },
};

export const firstValues = (questions: readonly Question[]): Values =>
  Object.fromEntries(questions.map(({ name, kind, first }) => [name, first ?? EMPTY[kind]?.() ?? '']));

export const askedOf = (questions: readonly Question[], values: Values): readonly Question[] =>
  questions.filter(({ shown }) => shown?.(values) ?? true);

/** What the station is sent: only what was asked, nothing that was left empty. */
export const bodyOf = ({ questions, body = (values) => values }: CommandForm, values: Values): object => {
  const entries = askedOf(questions, values).map(({ name, kind }) => [name, sent(kind, values[name])] as const);
  return body(Object.fromEntries(entries.filter(([, value]) => value !== '' && value !== undefined)));
};

const sent = (kind: Kind, value: unknown): unknown => {
  if (kind === 'when') return withOffset(value);
  if (kind === 'yesNo') return value === '' ? undefined : value === 'yes';
  return value;
};

const EAST_8 = '+08:00';

/** A field for date and time knows no zone: the county's is meant. */
const withOffset = (local: unknown): unknown =>
  typeof local === 'string' && local !== '' ? `${local}:00${EAST_8}` : undefined;
