import type { Text } from '#policy';
import type { Language } from './language.js';
import type { FieldError } from './problem.js';
import { inWords, localTime } from './in-words.js';
import { problemText } from './problems/catalogue.js';

/** RFC 9457, with both languages so that a page can switch without asking again. */
export interface ProblemDocument {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly instance: string;
  readonly code: string;
  readonly whatToDo: string;
  readonly titles: Text;
  readonly details: Text;
  readonly advice: Text;
  /** The field at fault, where it is one. */
  readonly field?: string;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly errors?: readonly (FieldError & { readonly message: string })[];
}

export interface Occurrence {
  readonly code: string;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly errors?: readonly FieldError[];
  /** Number of the request, for those who look for it in the log. */
  readonly requestId: string;
}

export const problemDocument = (occurrence: Occurrence, language: Language): ProblemDocument => {
  const { code, detail, errors, requestId } = occurrence;
  const known = problemText(code);
  const params = Object.fromEntries(
    (known.params ?? []).flatMap((name) => (detail[name] === undefined ? [] : [[name, detail[name]] as const])),
  );
  const details = filled(known.detail ?? known.title, params);
  const { field } = detail;
  return {
    type: `urn:minqing:problem:${code}`,
    title: known.title[language],
    status: known.status,
    detail: details[language],
    instance: `urn:minqing:request:${requestId}`,
    code,
    whatToDo: known.advice[language],
    titles: known.title,
    details,
    advice: known.advice,
    ...(typeof field === 'string' && { field }),
    ...(Object.keys(params).length > 0 && { params }),
    ...(errors && { errors: errors.map((error) => ({ ...error, message: error.texts[language] })) }),
  };
};

const filled = ({ zh, en }: Text, params: Readonly<Record<string, unknown>>): Text => {
  const fill = (template: string) =>
    template.replace(/\{(\w+)(:time)?\}/g, (_, name: string, time?: string) =>
      time ? localTime(params[name]) : inWords(params[name]),
    );
  return { zh: fill(zh), en: fill(en) };
};
