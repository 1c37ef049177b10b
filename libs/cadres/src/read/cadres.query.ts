import { sql, type Expression, type ExpressionBuilder, type SqlBool } from 'kysely';
import { scopeSql, type Scope, type ScopeColumns } from '#access/domain';
import { villageCodeOf, type CadreKind } from '#cadres/domain';
import type { Instant } from '#kernel';
import { conditionOf, type ReadModels, RowOf } from '#projections';
import type { SkillCode } from '#policy';
import {
  cadreDirectory,
  type CadreDirectoryRow,
  type CadreDirectoryRows,
  type cadreDirectoryTables,
} from './cadre-directory.projection.js';

/** One line of the directory. */
export interface CadreSummary {
  readonly cadreId: string;
  readonly kind: CadreKind;
  readonly personRef: string;
  readonly unitId: string;
  readonly unitPath: string;
  readonly gender?: string;
  readonly roles: readonly string[];
  /** Codes of the villages served as resident instructor. */
  readonly villages: readonly string[];
  readonly awaitingPost: boolean;
  readonly onCall: boolean;
  readonly reachable: boolean;
  /** Valid at the moment asked for. */
  readonly skills: readonly { readonly skill: SkillCode; readonly level: number; readonly validTo: Instant }[];
}

export interface CadresWanted {
  /** Code: the people of its units and those posted there. */
  readonly township?: string;
  /** Holds a valid certificate in it, of `minLevel` at least. */
  readonly skill?: SkillCode;
  readonly minLevel?: number;
  readonly role?: string;
  /** Cadres whose id lies after this one: where the next page begins. */
  readonly after?: string;
  readonly limit: number;
  /** When certificates have to be valid. */
  readonly at: Instant;
  /** What the reader may see. */
  readonly scope: Scope;
}

type PostingRow = RowOf<(typeof cadreDirectoryTables)['cadre_posting']>;
type CertificateRow = RowOf<(typeof cadreDirectoryTables)['cadre_certificate']>;
/** The directory under the name `cadre`, beside the other tables. */
type Directory = CadreDirectoryRows & { cadre: CadreDirectoryRow };
type Asking = ExpressionBuilder<Directory, 'cadre'>;

/** Complaints are about cases: no row of the directory has a target. */
const permitted = (scope: Scope, columns: Pick<ScopeColumns, 'path' | 'owner'>): Expression<SqlBool> =>
  conditionOf(scopeSql(scope, { ...columns, complaintTargets: null, targetCentres: null }));

/** As a range, so that an index on the path serves; `0` is the character after `/`. */
const within = (column: string, path: string): Expression<SqlBool> => {
  const at = sql.ref(column);
  return sql<SqlBool>`(${at} = ${path} or (${at} >= ${`${path}/`} and ${at} < ${`${path}0`}))`;
};

const isPosted = (eb: Asking, where: Expression<SqlBool>): Expression<SqlBool> =>
  eb.exists(
    eb
      .selectFrom('cadre_posting')
      .select('posting_id')
      .whereRef('cadre_posting.cadre_id', '=', 'cadre.cadre_id')
      .where('ended_at', 'is', null)
      .where(where),
  );

/** Whoever may see a place sees who belongs to it and who is posted there. */
const isVisible = (eb: Asking, scope: Scope): Expression<SqlBool> =>
  eb.or([
    permitted(scope, { path: 'cadre.unit_path', owner: 'cadre.cadre_id' }),
    isPosted(eb, permitted(scope, { path: 'cadre_posting.path', owner: 'cadre_posting.cadre_id' })),
  ]);

const serves = (eb: Asking, township: string): Expression<SqlBool> => {
  const path = `/county/${township}`;
  return eb.or([within('cadre.unit_path', path), isPosted(eb, within('cadre_posting.path', path))]);
};

const isValidAt = (at: Instant): Expression<SqlBool> =>
  sql<SqlBool>`valid_from <= ${at} and valid_to > ${at} and (revoked_at is null or revoked_at > ${at})`;

const isCertified = (eb: Asking, { skill = '', minLevel = 1, at }: CadresWanted): Expression<SqlBool> =>
  eb.exists(
    eb
      .selectFrom('cadre_certificate')
      .select('skill')
      .whereRef('cadre_certificate.cadre_id', '=', 'cadre.cadre_id')
      .where('skill', '=', skill)
      .where('level', '>=', minLevel)
      .where(isValidAt(at)),
  );

const summaryOf = (
  row: CadreDirectoryRow,
  postings: readonly PostingRow[],
  certificates: readonly CertificateRow[],
): CadreSummary => {
  const serving = postings.filter(({ cadre_id }) => cadre_id === row.cadre_id);
  const standing = JSON.parse(row.standing_roles) as string[];
  return {
    cadreId: row.cadre_id,
    kind: row.kind as CadreKind,
    personRef: row.person_ref,
    unitId: row.unit_id,
    unitPath: row.unit_path,
    ...(row.gender !== null && { gender: row.gender }),
    roles: [...new Set([...standing, ...serving.map(({ role }) => role)])],
    villages: serving.filter(({ residence }) => residence === 1).flatMap(({ path }) => villageCodeOf(path) ?? []),
    awaitingPost: row.awaiting_post === 1,
    onCall: row.on_call === 1,
    reachable: row.reachable === 1,
    skills: certificates
      .filter(({ cadre_id }) => cadre_id === row.cadre_id)
      .map(({ skill, level, valid_to }) => ({ skill, level, validTo: valid_to })),
  };
};

/** In the order of their ids, one more than `limit` where there are more. */
export const cadres = async (models: ReadModels, wanted: CadresWanted): Promise<CadreSummary[]> => {
  const db = models.of(cadreDirectory);
  const { scope, at, township, skill, role, after, limit } = wanted;
  const rows = await db
    .selectFrom('cadre_directory as cadre')
    .selectAll()
    .where((eb) => isVisible(eb, scope))
    .$if(after !== undefined, (query) => query.where('cadre.cadre_id', '>', after ?? ''))
    .$if(township !== undefined, (query) => query.where((eb) => serves(eb, township ?? '')))
    .$if(role !== undefined, (query) => query.where((eb) => isPosted(eb, sql<SqlBool>`role = ${role}`)))
    .$if(skill !== undefined, (query) => query.where((eb) => isCertified(eb, wanted)))
    .orderBy('cadre.cadre_id')
    .limit(limit + 1)
    .execute();
  const ids = rows.map(({ cadre_id }) => cadre_id);
  if (ids.length === 0) return [];
  const [postings, certificates] = await Promise.all([
    db.selectFrom('cadre_posting').selectAll().where('cadre_id', 'in', ids).where('ended_at', 'is', null).execute(),
    db
      .selectFrom('cadre_certificate')
      .selectAll()
      .where('cadre_id', 'in', ids)
      .where(isValidAt(at))
      .orderBy('skill')
      .execute(),
  ]);
  return rows.map((row) => summaryOf(row, postings, certificates));
};
