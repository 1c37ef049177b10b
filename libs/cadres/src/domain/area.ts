/** `/county/T01` for every path at or below a township, undefined for the county and its units. */
export const townshipPathOf = (path: string): string | undefined => /^\/[^/]+\/[A-Z]+\d{2}(?=\/|$)/.exec(path)?.[0];

/** `T01-V07` for the path of a village, undefined for any other. */
export const villageCodeOf = (path: string): string | undefined => /\/([A-Z]+\d{2}-V\d{2})$/.exec(path)?.[1];

/** Whether a place lies in a jurisdiction (at it or below it). */
export const liesWithin = (path: string, jurisdiction: string): boolean =>
  path === jurisdiction || path.startsWith(`${jurisdiction}/`);
