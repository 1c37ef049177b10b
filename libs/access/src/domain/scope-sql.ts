import type { Clause, Scope } from './scope.js';

/** A condition with its values apart: `text.join('?')` for a driver, or the two arguments of a template tag. */
export interface SqlCondition {
  /** One more than there are values, as in a template. */
  readonly text: readonly string[];
  readonly values: readonly string[];
}

/**
 * Columns of the list. The plural ones hold JSON arrays of ids; `withLeaders` and `countyMatter` 0 or 1. A column that
 * the table does not have is left out: what would need it stays closed. Those of complaints must be named, or said to
 * be none: left out by mistake they would open what has to stay closed.
 */
export type ScopeColumns = Readonly<Record<'complaintTargets' | 'targetCentres', string | null>> &
  Readonly<
    Partial<
      Record<
        | 'path'
        | 'owner'
        | 'confidentiality'
        | 'centres'
        | 'handler'
        | 'coHandlers'
        | 'readers'
        | 'withLeaders'
        | 'countyMatter',
        string
      >
    >
  >;

const raw = (sql: string): SqlCondition => ({ text: [sql], values: [] });
const FALSE = raw('1 = 0');
const TRUE = raw('1 = 1');

/** `column = ` and a value, and so on: the value stands between the two texts. */
const around = (before: string, value: string, after: string): SqlCondition => ({
  text: [before, after],
  values: [value],
});

const joined = (parts: readonly SqlCondition[], word: 'and' | 'or', empty: SqlCondition): SqlCondition => {
  const [first, ...rest] = parts;
  if (!first) return empty;
  const all = rest.reduce((left, right) => glued(glued(left, raw(` ${word} `)), right), first);
  return glued(glued(raw('('), all), raw(')'));
};

const glued = (left: SqlCondition, right: SqlCondition): SqlCondition => ({
  text: [...left.text.slice(0, -1), (left.text.at(-1) ?? '') + (right.text[0] ?? ''), ...right.text.slice(1)],
  values: [...left.values, ...right.values],
});

const contains = (column: string | undefined, value: string): SqlCondition =>
  column === undefined
    ? FALSE
    : around(`exists (select 1 from json_each(${column}) where json_each.value = `, value, ')');

const equals = (column: string | undefined, value: string): SqlCondition =>
  column === undefined ? FALSE : around(`${column} = `, value, '');

const isSet = (column: string | undefined): SqlCondition => (column === undefined ? FALSE : raw(`${column} = 1`));

/** As a range, so that an index on the path serves; `0` is the character after `/`. */
const within = (column: string | undefined, root: string): SqlCondition =>
  column === undefined
    ? FALSE
    : joined(
        [
          equals(column, root),
          joined([around(`${column} >= `, `${root}/`, ''), around(`${column} < `, `${root}0`, '')], 'and', TRUE),
        ],
        'or',
        FALSE,
      );

/** The same predicate as `inScope`, for SQLite. Column names are the program's own words, never input. */
export const scopeSql = ({ anyOf, neverAsTarget }: Scope, columns: ScopeColumns): SqlCondition => {
  const ways = joined(
    anyOf.map((clause) => clauseSql(clause, columns)),
    'or',
    FALSE,
  );
  const { complaintTargets, targetCentres } = columns;
  const never = [
    ...(neverAsTarget && complaintTargets ? [contains(complaintTargets, neverAsTarget.id)] : []),
    ...(neverAsTarget?.unit !== undefined && targetCentres ? [contains(targetCentres, neverAsTarget.unit)] : []),
  ];
  return joined([ways, ...never.map((condition) => glued(raw('not '), condition))], 'and', FALSE);
};

const clauseSql = (clause: Clause, columns: ScopeColumns): SqlCondition =>
  joined(
    [
      ...(clause.within === undefined ? [] : [within(columns.path, clause.within)]),
      ...(clause.owner === undefined ? [] : [equals(columns.owner, clause.owner)]),
      ...(clause.centre === undefined ? [] : [contains(columns.centres, clause.centre)]),
      ...(clause.handler === undefined ? [] : [equals(columns.handler, clause.handler)]),
      ...(clause.coHandler === undefined ? [] : [contains(columns.coHandlers, clause.coHandler)]),
      ...(clause.reader === undefined ? [] : [contains(columns.readers, clause.reader)]),
      ...(clause.withLeaders === undefined ? [] : [isSet(columns.withLeaders)]),
      ...(clause.countyMatter === undefined ? [] : [isSet(columns.countyMatter)]),
      ...(clause.confidentialities === undefined
        ? []
        : [
            joined(
              clause.confidentialities.map((level) => equals(columns.confidentiality, level)),
              'or',
              FALSE,
            ),
          ]),
    ],
    'and',
    TRUE,
  );
