export const byCode = <Code extends string, T extends { readonly code: Code }>(
  entries: readonly T[],
): Readonly<Record<Code, T>> => Object.fromEntries(entries.map((entry) => [entry.code, entry])) as Record<Code, T>;
