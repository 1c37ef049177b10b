/** Columns by which a query on `case_board as b` is narrowed to what its asker may see. */
export const caseBoardScope = {
  path: 'b.path',
  confidentiality: 'b.confidentiality',
  centres: 'b.centres',
  handler: 'b.handler',
  coHandlers: 'b.co_handlers',
  withLeaders: 'b.with_leaders',
  countyMatter: 'b.county_matter',
  complaintTargets: 'b.complaint_targets',
  targetCentres: 'b.complaint_centres',
} as const;
