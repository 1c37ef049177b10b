import type { Resource } from '#access/domain';
import type { RowOf } from '#projections';
import { caseBoard, caseBoardScope } from '#cases/read';

type BoardRow = RowOf<(typeof caseBoard.tables)['case_board']>;
type ColumnOf<Named> = Named extends `b.${infer Column extends keyof BoardRow}` ? Column : never;

/** What lists ask of the board, for a single row that has been read: both must show the same. */
export const SCOPE_COLUMNS = Object.values(caseBoardScope);
export type ScopeRow = Pick<BoardRow, ColumnOf<(typeof caseBoardScope)[keyof typeof caseBoardScope]>>;

export const resourceOfRow = (row: ScopeRow): Resource => ({
  path: row.path,
  confidentiality: row.confidentiality as NonNullable<Resource['confidentiality']>,
  centres: idsIn(row.centres),
  ...(row.handler !== null && { handler: row.handler }),
  coHandlers: idsIn(row.co_handlers),
  withLeaders: row.with_leaders === 1,
  countyMatter: row.county_matter === 1,
  complaintTargets: idsIn(row.complaint_targets),
  targetCentres: idsIn(row.complaint_centres),
});

const idsIn = (json: string): readonly string[] => JSON.parse(json) as readonly string[];
