import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { Problem } from './problem.js';

export const MOST_PER_PAGE = 200;
const USUAL_PER_PAGE = 50;

/** The query of a list: `?limit=50&cursor=…`. */
export class PageQuery {
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MOST_PER_PAGE)
  limit: number = USUAL_PER_PAGE;

  @IsOptional()
  @IsString()
  @MaxLength(1_000)
  cursor?: string;
}

/** The sort keys of a row, in the order of the list; the last one is unique. */
export type Keyset = readonly (string | number)[];

/** Opaque to clients; it holds sort keys only, and what they may see is asked again for each page. */
export const cursorOf = (keys: Keyset): string => Buffer.from(JSON.stringify(keys)).toString('base64url');

/**
 * The keys after which a page begins; `undefined` for the first page.
 * @param shape a row's keys, for their number and kinds: `['', 0]`
 * @throws Problem `CURSOR_INVALID`
 */
export const keysetOf = <K extends Keyset>(cursor: string | undefined, shape: K): Mutable<K> | undefined => {
  if (cursor === undefined) return undefined;
  const keys = parsed(cursor);
  const fits =
    Array.isArray(keys) && keys.length === shape.length && shape.every((like, at) => typeof keys[at] === typeof like);
  if (!fits) throw new Problem('CURSOR_INVALID');
  return keys as Mutable<K>;
};
type Mutable<K extends Keyset> = { [At in keyof K]: K[At] extends number ? number : string };

const parsed = (cursor: string): unknown => {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch (cause) {
    throw new Problem('CURSOR_INVALID', {}, { cause });
  }
};

export interface Page<Row> {
  readonly items: readonly Row[];
  /** Cursor of the next page; absent on the last one. */
  readonly next?: string;
}

/** A page of rows that were read with `limit + 1`: the one too many only tells that there is more. */
export const pageOf = <Row>(rows: readonly Row[], limit: number, keys: (row: Row) => Keyset): Page<Row> => {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return rows.length > limit && last !== undefined ? { items, next: cursorOf(keys(last)) } : { items };
};
