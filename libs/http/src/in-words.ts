/** A value inside a sentence; a dash where there is none. */
export const inWords = (value: unknown): string => {
  if (value === undefined || value === null) return '—';
  if (Array.isArray(value)) return value.map(inWords).join(', ');
  return typeof value === 'string' ? value : JSON.stringify(value);
};

const EAST_8 = 8 * 3_600_000;

/** An instant as clocks in Asia/Shanghai show it: `2026-02-13 16:40`. */
export const localTime = (instant: unknown): string =>
  typeof instant === 'number'
    ? new Date(instant + EAST_8).toISOString().slice(0, 16).replace('T', ' ')
    : inWords(instant);
