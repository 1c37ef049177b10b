/** `T01-V07`: the code of a village is also its unit id (`docs/domain.md §2.3`). */
export const villageCode = (township: string, number: number): string =>
  `${township}-V${String(number).padStart(2, '0')}`;

const VILLAGE_CODE = /^([A-Z]+\d{2})-V(\d{2})$/;

/** Township code and number of a village code; undefined for anything else. */
export const parseVillageCode = (code: string): { readonly township: string; readonly number: number } | undefined => {
  const [, township, number] = VILLAGE_CODE.exec(code) ?? [];
  return township === undefined ? undefined : { township, number: Number(number) };
};

/** Villages with the next number up and down in the same township (`docs/domain.md §8`). */
export const neighbourVillages = (code: string, villageCount: number): readonly string[] => {
  const village = parseVillageCode(code);
  if (!village) return [];
  return [village.number - 1, village.number + 1]
    .filter((number) => number >= 1 && number <= villageCount)
    .map((number) => villageCode(village.township, number));
};

/**
 * The townships beside one, in the cyclic list of the county: `reach` before and `reach` after
 * (`docs/domain.md §8`, relaxation R2), nearest first.
 */
export const neighbourTownships = (township: string, cycle: readonly string[], reach: number): readonly string[] => {
  const at = cycle.indexOf(township);
  if (at < 0) return [];
  const beside = new Set<string>();
  for (let step = 1; step <= reach; step += 1) {
    for (const index of [at - step, at + step]) {
      const code = cycle[((index % cycle.length) + cycle.length) % cycle.length];
      if (code !== undefined && code !== township) beside.add(code);
    }
  }
  return [...beside];
};
