import type { RowOf, Tables } from '#projections';

/** Who may see a row, and what stage it shows, follows from several columns: `case-board-scope.ts`. */
export const caseBoardTables = {
  case_board: {
    columns: {
      case_id: 'text',
      case_no: 'text',
      type_code: 'text',
      channel: 'text',
      /** As far as the case itself has come, were it neither suspended nor in mediation. */
      stage: 'text',
      suspended: 'integer',
      mediating: 'integer',
      /** The last that was asked for. */
      mediation_id: 'text?',
      tier: 'text',
      round: 'integer',
      priority: 'text',
      confidentiality: 'text',
      township: 'text',
      village: 'text',
      path: 'text',
      /** Unit that leads a reopened round, in place of the one of the tier. */
      led_by: 'text?',
      centre: 'text',
      county_centre: 'text',
      with_leaders: 'integer',
      county_matter: 'integer',
      handler: 'text?',
      /** JSON arrays of cadre ids, and of unit ids; mediators stand in `case_mediator`. */
      co_handlers: 'text',
      complaint_targets: 'text',
      complaint_centres: 'text',
      risk: 'text?',
      /** When somebody looked at the danger last, and how often nobody did in time. */
      checked_at: 'integer?',
      checks_missed: 'integer',
      outcome: 'text?',
      rating: 'integer?',
      merged_into: 'text?',
      registered_at: 'integer',
      /** Days of the tier and of the whole handling; null where they do not run. */
      budget_from: 'integer?',
      budget_due: 'integer?',
      resolve_from: 'integer?',
      resolve_due: 'integer?',
      changed_at: 'integer',
      closed_at: 'integer?',
      revision: 'integer',
    },
    primaryKey: ['case_id'],
    indexes: [
      ['stage', 'registered_at'],
      ['handler', 'stage'],
      ['path', 'registered_at'],
      ['type_code', 'stage'],
    ],
  },
  /** Limits that somebody owes. One that stands still is not here. */
  case_clock: {
    columns: {
      case_id: 'text',
      step: 'text',
      round: 'integer',
      attempt: 'integer',
      started_at: 'integer',
      due_at: 'integer',
      /** Highest rung that has fired: `-`, `WARN`, `E1`, `E2`, `E3`. */
      level: 'text',
    },
    primaryKey: ['case_id', 'step'],
    indexes: [['due_at']],
  },
  /** What a case waits for without anybody being late: consent, an offer's answer, the end of a suspension … */
  case_wait: {
    columns: { case_id: 'text', step: 'text', started_at: 'integer', due_at: 'integer' },
    primaryKey: ['case_id', 'step'],
  },
  /** Whoever the parties have accepted as mediator. */
  case_mediator: {
    columns: { case_id: 'text', mediator: 'text' },
    primaryKey: ['case_id', 'mediator'],
    indexes: [['mediator']],
  },
  /** Named readers of a sealed case. */
  case_reader: {
    columns: { case_id: 'text', reader: 'text' },
    primaryKey: ['case_id', 'reader'],
  },
  case_mediation: {
    columns: {
      mediation_id: 'text',
      case_id: 'text',
      /** `PROPOSED`, `SCHEDULED`, `IN_SESSION`, `PERFORMING`, `FULFILLED`, `BREACHED`, `FAILED`, `TERMINATED`, `DECLINED`. */
      stage: 'text',
      mediator: 'text?',
    },
    primaryKey: ['mediation_id'],
  },
  /** Sessions that are fixed and not yet held. */
  case_session: {
    columns: {
      mediation_id: 'text',
      session: 'integer',
      case_id: 'text',
      starts_at: 'integer',
      ends_at: 'integer',
      form: 'text',
    },
    primaryKey: ['mediation_id', 'session'],
    indexes: [['case_id', 'starts_at']],
  },
  /** Written agreements that the court may still be asked to confirm. */
  case_window: {
    columns: {
      mediation_id: 'text',
      case_id: 'text',
      remind_at: 'integer',
      ends_at: 'integer',
    },
    primaryKey: ['mediation_id'],
    indexes: [['ends_at']],
  },
  /** Terms of agreements that are not performed; waited upon while the mediation is `PERFORMING`. */
  case_term: {
    columns: {
      mediation_id: 'text',
      term: 'integer',
      case_id: 'text',
      due_on: 'text',
      /** When it is looked at; once urged, when the agreement counts as broken. */
      due_at: 'integer',
      urged: 'integer',
    },
    primaryKey: ['mediation_id', 'term'],
    indexes: [['due_at'], ['due_on']],
  },
} as const satisfies Tables;

export type CaseBoardRow = RowOf<(typeof caseBoardTables)['case_board']>;
