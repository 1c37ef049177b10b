import { isCounty, pathOfCentre } from './centre-path.js';
import { defineProjection, patch, plus, upsert, type RowOf, type Tables } from '#projections';
import type { ReviewEvent } from '#reviews/domain';

export const reviewTaskTables = {
  /** One row a party that is asked how a round of a case went. */
  review_task: {
    columns: {
      case_id: 'text',
      round: 'integer',
      party: 'text',
      case_no: 'text',
      /** Where the centre is; contact is told like that of a confidential case. */
      path: 'text',
      confidentiality: 'text',
      county_matter: 'integer',
      /** `PENDING`, `ANSWERED`, `UNREACHABLE`. */
      status: 'text',
      attempts: 'integer',
      rating: 'integer?',
      asked_at: 'integer',
      late_until: 'integer?',
    },
    primaryKey: ['case_id', 'round', 'party'],
    indexes: [['status', 'asked_at']],
  },
} as const satisfies Tables;

export type ReviewTaskRow = RowOf<(typeof reviewTaskTables)['review_task']>;

/** Whom the callback clerk has to reach (`docs/domain.md §5.3`). */
export const reviewTasks = defineProjection<ReviewEvent, typeof reviewTaskTables>({
  name: 'review-tasks',
  version: 1,
  tables: reviewTaskTables,
  on: {
    ReviewRequested: ({ data: { caseId, caseNo, round, parties, centre }, occurredAt }) =>
      parties.map((party) =>
        upsert('review_task', {
          case_id: caseId,
          case_no: caseNo,
          round,
          party,
          path: pathOfCentre(centre),
          confidentiality: 'C',
          county_matter: isCounty(centre) ? 1 : 0,
          status: 'PENDING',
          asked_at: occurredAt,
        }),
      ),
    ContactAttempted: ({ data: { caseId, round, party } }) =>
      patch('review_task', { case_id: caseId, round, party }, { attempts: plus(1) }),
    ReviewAnswered: ({ data: { caseId, round, party, rating } }) =>
      patch('review_task', { case_id: caseId, round, party }, { status: 'ANSWERED', rating }),
    ReviewUnreachable: ({ data: { caseId, round, party, lateUntil } }) =>
      patch('review_task', { case_id: caseId, round, party }, { status: 'UNREACHABLE', late_until: lateUntil }),
    LateReviewRecorded: ({ data: { caseId, round, party, rating } }) =>
      patch('review_task', { case_id: caseId, round, party }, { rating }),
  },
});
