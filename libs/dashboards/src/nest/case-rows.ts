import { sql, type Expression, type SqlBool } from 'kysely';
import { scopeOf, scopeSql, type Action, type Subject } from '#access/domain';
import { caseBoardScope, CENTRE_OF_CASE, STAGE_OF_CASE } from '#cases/read';
import { conditionOf } from '#projections';
import type { CaseOnBoard } from './boards.answers.js';

/** For a query on `case_board as b`: what the asker may see there, by the same predicate as every list of cases. */
export const visible = (action: Action, subject: Subject): Expression<SqlBool> =>
  conditionOf(scopeSql(scopeOf(action, subject), caseBoardScope));

/** The stage that people see. */
export const STAGE = sql<string>`${sql.raw(STAGE_OF_CASE)}`;

/** Unit that answers for the case now. */
export const CENTRE = sql<string>`${sql.raw(CENTRE_OF_CASE)}`;

export const CASE_COLUMNS = [
  'b.case_id',
  'b.case_no',
  'b.type_code',
  STAGE.as('stage'),
  'b.tier',
  'b.round',
  'b.priority',
  'b.risk',
  'b.township',
  'b.village',
] as const;

interface CaseRow {
  readonly case_id: string;
  readonly case_no: string;
  readonly type_code: string;
  readonly stage: string;
  readonly tier: string;
  readonly round: number;
  readonly priority: string;
  readonly risk: string | null;
  readonly township: string;
  readonly village: string;
}

export const caseOnBoard = (row: CaseRow): CaseOnBoard => ({
  caseId: row.case_id,
  caseNo: row.case_no,
  typeCode: row.type_code,
  stage: row.stage,
  tier: row.tier as CaseOnBoard['tier'],
  round: row.round,
  priority: row.priority,
  risk: row.risk as CaseOnBoard['risk'],
  township: row.township,
  village: row.village,
});
