export interface Text {
  readonly zh: string;
  readonly en: string;
}

/** RFC 9457 with both languages, as the station sends it. */
export interface ProblemDocument {
  readonly code: string;
  readonly status: number;
  readonly titles: Text;
  readonly details: Text;
  readonly advice: Text;
  /** The field at fault, where it is one. */
  readonly field?: string;
  readonly errors?: readonly { readonly field: string; readonly code: string; readonly texts: Text }[];
  readonly instance?: string;
}

/** Fields named by a problem, with what is wrong with each. */
export const faultsOf = (problem: ProblemDocument | undefined): ReadonlyMap<string, Text> => {
  const faults = new Map<string, Text>();
  if (problem?.field !== undefined) faults.set(problem.field, problem.details);
  for (const { field, texts } of problem?.errors ?? []) faults.set(field, texts);
  return faults;
};

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** What a path of a body names: `parties.0.name`. */
const valueAt = (body: object, path: string): unknown =>
  path.split('.').reduce<unknown>((value, step) => (value as Record<string, unknown> | undefined)?.[step], body);

/**
 * The same problem, but what was simply left empty is called so, whatever rule noticed it.
 * @param written what stands in the fields that the problem names
 */
export const inPlainWords = (
  problem: ProblemDocument | undefined,
  missing: Text,
  written: object,
): ProblemDocument | undefined => {
  if (!problem?.errors) return problem;
  const errors = problem.errors.map((error) =>
    isEmpty(valueAt(written, error.field)) ? { ...error, texts: missing } : error,
  );
  return { ...problem, errors };
};
