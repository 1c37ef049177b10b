/** Units that answer for a case now, of a query on `case_board as b`. */
export const CENTRE_OF_CASE = "coalesce(b.led_by, case when b.tier = 'K' then b.county_centre else b.centre end)";

/** The stage of `docs/domain.md §5.1`, of a query on `case_board as b`. */
export const STAGE_OF_CASE =
  "case when b.suspended = 1 then 'SUSPENDED' when b.mediating = 1 and b.stage = 'IN_PROGRESS' then 'IN_MEDIATION' else b.stage end";

/** Co-handlers and mediators alike help with a case. */
const HELPERS = `(select json_group_array(helper.id) from (select value as id from json_each(b.co_handlers)
  union all select m.mediator from case_mediator m where m.case_id = b.case_id) as helper)`;

/** Columns by which a query on `case_board as b` is narrowed to what its asker may see. */
export const caseBoardScope = {
  path: 'b.path',
  confidentiality: 'b.confidentiality',
  centres: `json_array(${CENTRE_OF_CASE})`,
  handler: 'b.handler',
  coHandlers: HELPERS,
  readers: `(select json_group_array(r.reader) from case_reader r where r.case_id = b.case_id)`,
  withLeaders: 'b.with_leaders',
  countyMatter: 'b.county_matter',
  complaintTargets: 'b.complaint_targets',
  targetCentres: 'b.complaint_centres',
} as const;
