import { sql } from 'kysely';
import type { Resource } from '#access/domain';
import { caseBoardScope } from '#cases/read';

type Field = keyof typeof caseBoardScope;

const column =
  <Value>() =>
  <Name extends Field>(field: Name) =>
    sql<Value>`${sql.raw(caseBoardScope[field])}`.as(field);
const text = column<string>();
const flag = column<number>();

/** What lists ask of the board, for a single row that has been read: both must show the same. */
export const SCOPE_COLUMNS = [
  text('path'),
  text('confidentiality'),
  text('centres'),
  column<string | null>()('handler'),
  text('coHandlers'),
  text('readers'),
  flag('withLeaders'),
  flag('countyMatter'),
  text('complaintTargets'),
  text('targetCentres'),
] as const;

export type ScopeRow = Readonly<Record<Exclude<Field, 'handler' | 'withLeaders' | 'countyMatter'>, string>> &
  Readonly<Record<'withLeaders' | 'countyMatter', number>> & { readonly handler: string | null };

export const resourceOfRow = (row: ScopeRow): Resource => ({
  path: row.path,
  confidentiality: row.confidentiality as NonNullable<Resource['confidentiality']>,
  centres: idsIn(row.centres),
  ...(row.handler !== null && { handler: row.handler }),
  coHandlers: idsIn(row.coHandlers),
  readers: idsIn(row.readers),
  withLeaders: row.withLeaders === 1,
  countyMatter: row.countyMatter === 1,
  complaintTargets: idsIn(row.complaintTargets),
  targetCentres: idsIn(row.targetCentres),
});

const idsIn = (json: string): readonly string[] => JSON.parse(json) as readonly string[];
