/** Names after `$`, however deep. */
export const namesIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return value.startsWith('$') ? [value.slice(1)] : [];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(namesIn);
};
