import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { Instant } from '#kernel';
import type { CutBy } from './figures.requests.js';

/** Which part of the county is counted, when, and what together. */
export interface Cut {
  readonly by: CutBy;
  /** `/county`, `/county/T01`, `/county/T01/T01-V07`. */
  readonly within: string;
  readonly type?: string;
  readonly cadre?: string;
  readonly from: Instant;
  /** Not any more; never after now. */
  readonly to: Instant;
}

const COUNTY = '/county';

/** The whole county in one: a sealed case is one of many there, and nowhere else. */
export const countsSealed = ({ by, within, type, cadre }: Cut): boolean =>
  by === 'county' && within === COUNTY && type === undefined && cadre === undefined;

/** Below the township a group may be so small that it tells of one case. */
export const isNarrow = ({ by, within, type, cadre }: Cut): boolean =>
  (by !== 'county' && by !== 'township') || within.split('/').length > 3 || type !== undefined || cadre !== undefined;

/** Alias of a table with `path`, `township`, `village`, `type_code`, `confidentiality`, and whose the thing counted is. */
export interface Counted {
  readonly of: 'b' | 'c';
  readonly cadre: RawBuilder<string | null>;
}

export const keyOf = ({ by, within }: Cut, { of, cadre }: Counted): RawBuilder<string> => {
  switch (by) {
    case 'county':
      return sql`${within}`;
    case 'township':
      return sql`${sql.raw(of)}.township`;
    case 'village':
      return sql`${sql.raw(of)}.village`;
    case 'type':
      return sql`${sql.raw(of)}.type_code`;
    case 'cadre':
      return sql`${cadre}`;
  }
};

export const isCounted = (cut: Cut, { of, cadre }: Counted): RawBuilder<SqlBool> => {
  const column = (name: string) => sql`${sql.raw(`${of}.${name}`)}`;
  const { within, type } = cut;
  const conditions = [
    // as a range: `0` is the character after `/`
    ...(within === COUNTY
      ? []
      : [
          sql`(${column('path')} = ${within} or (${column('path')} >= ${`${within}/`} and ${column('path')} < ${`${within}0`}))`,
        ]),
    ...(countsSealed(cut) ? [] : [sql`${column('confidentiality')} <> 'X'`]),
    ...(type === undefined ? [] : [sql`${column('type_code')} = ${type}`]),
    ...(cut.cadre === undefined ? [] : [sql`${cadre} = ${cut.cadre}`]),
    ...(cut.by === 'cadre' ? [sql`${cadre} is not null`] : []),
  ];
  return conditions.length === 0 ? sql`1 = 1` : sql`${sql.join(conditions, sql` and `)}`;
};
