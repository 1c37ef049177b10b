import type { DemoCounty } from '#demo-county';

/** Townships of one county at most: the next one's are numbered beyond them. */
const TOWNSHIPS = 20;

/**
 * Names in a text as they are in the county number `county`: 0 is the demo county itself, `T01` is `T21` in the next,
 * cadre `C0041` is `C10041`. The model knows one county a station: the others stand under the same roof, with townships,
 * villages and people of their own and the offices of the first.
 */
export const inCounty = (county: number, text: string): string =>
  county === 0
    ? text
    : text
        .replace(/\b([TX])(\d\d)\b/g, (_, kind, number) => `${kind}${Number(number) + county * TOWNSHIPS}`)
        .replace(/\b([A-Z])(\d{4})\b/g, (_, kind, number) => `${kind}${county}${number}`);

export const countyBeside =
  (county: number) =>
  (made: DemoCounty): DemoCounty =>
    JSON.parse(inCounty(county, JSON.stringify(made))) as DemoCounty;
