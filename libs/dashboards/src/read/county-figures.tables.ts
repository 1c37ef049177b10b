import type { RowOf, Tables } from '#projections';

/** Narrow rows that figures are counted from; no texts, no people but those who serve. */
export const countyFiguresTables = {
  figure_case: {
    columns: {
      case_id: 'text',
      type_code: 'text',
      township: 'text',
      village: 'text',
      path: 'text',
      confidentiality: 'text',
      tier: 'text',
      /** Whoever leads it, or led it last; and who resolved it last. */
      handler: 'text?',
      resolver: 'text?',
      registered_at: 'integer',
      accepted_at: 'integer?',
      /** Of the first round. */
      resolved_at: 'integer?',
      /** How it ended, where it is closed. */
      outcome: 'text?',
      closed_at: 'integer?',
      merged: 'integer',
      transferred: 'integer',
      /** How the last mediation ended, at which tier. */
      mediation_outcome: 'text?',
      mediation_tier: 'text?',
      mediated_at: 'integer?',
    },
    primaryKey: ['case_id'],
    indexes: [['registered_at'], ['accepted_at'], ['resolved_at'], ['closed_at'], ['mediated_at']],
  },
  /** One row a clock that somebody owed. */
  figure_step: {
    columns: {
      case_id: 'text',
      step: 'text',
      round: 'integer',
      attempt: 'integer',
      /** Adjusted by pauses and extensions. */
      due_at: 'integer',
      /** Stands still while the case is suspended. */
      paused: 'integer',
      /** Revision of the case by which it began: what ended it came later. */
      since: 'integer',
      cadre: 'text?',
    },
    primaryKey: ['case_id', 'step', 'round', 'attempt'],
    indexes: [['due_at']],
  },
  /** What took clocks away; `*` is every step's. */
  figure_step_end: {
    columns: {
      case_id: 'text',
      revision: 'integer',
      step: 'text',
      ended_at: 'integer',
      /** The step that was done by it; none where clocks were only taken away. */
      done: 'text?',
      missed: 'integer',
      cadre: 'text?',
    },
    primaryKey: ['case_id', 'revision', 'step'],
  },
  /** Rungs of the ladder that fired: `E1`, `E2`, `E3`. */
  figure_rung: {
    columns: { case_id: 'text', revision: 'integer', step: 'text', level: 'text', fired_at: 'integer' },
    primaryKey: ['case_id', 'revision'],
    indexes: [['fired_at']],
  },
  figure_acknowledged: {
    columns: { case_id: 'text', revision: 'integer', acknowledged_at: 'integer' },
    primaryKey: ['case_id', 'revision'],
  },
  figure_response: {
    columns: {
      case_id: 'text',
      revision: 'integer',
      responded_at: 'integer',
      cadre: 'text',
      /** Said afterwards to have happened earlier. */
      claimed: 'integer',
    },
    primaryKey: ['case_id', 'revision'],
    indexes: [['responded_at']],
  },
  /** What becomes of agreements. */
  figure_agreement: {
    columns: {
      mediation_id: 'text',
      case_id: 'text',
      /** `FULFILLED`, `BREACHED`. */
      outcome: 'text?',
      outcome_at: 'integer?',
      /** Of a written one: until when the court could be asked to confirm it, and whether it did. */
      window_until: 'integer?',
      confirmed: 'integer',
    },
    primaryKey: ['mediation_id'],
    indexes: [['outcome_at'], ['window_until']],
  },
  /** What paperwork saved a resident, in fen. */
  figure_saving: {
    columns: { case_id: 'text', saving: 'integer', recorded_at: 'integer' },
    primaryKey: ['case_id'],
    indexes: [['recorded_at']],
  },
  /** Ratings: of a round (its lowest, party empty), and late ones of a party. */
  figure_word: {
    columns: { case_id: 'text', round: 'integer', party: 'text', rating: 'integer', said_at: 'integer' },
    primaryKey: ['case_id', 'round', 'party'],
    indexes: [['said_at']],
  },
} as const satisfies Tables;

export type FigureAgreementRow = RowOf<(typeof countyFiguresTables)['figure_agreement']>;
export type FigureCaseRow = RowOf<(typeof countyFiguresTables)['figure_case']>;
