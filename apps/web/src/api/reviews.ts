import { ask, type Page } from './client';

/** Somebody to be asked how it went. */
export interface ReviewTask {
  readonly caseId: string;
  readonly caseNo: string;
  readonly round: number;
  readonly party: string;
  readonly name: string | null;
  readonly phone: string | null;
  readonly attempts: number;
  readonly askedAt: string;
}

export interface AskedParty {
  readonly party: string;
  readonly name: string | null;
  readonly phone: string | null;
  readonly attempts: readonly { readonly at: string; readonly channel: string }[];
  readonly rating: number | null;
  readonly lateUntil: string | null;
}

/** `GET /api/reviews/:caseId/:round`. */
export interface Review {
  readonly revision: number;
  readonly caseId: string;
  readonly round: number;
  /** Absent in answers of older stations. */
  readonly caseNo?: string;
  readonly settled: boolean;
  readonly parties: readonly AskedParty[];
}

export const REVIEW_CHANNELS = ['CALL', 'SMS', 'VISIT', 'WINDOW', 'WEB'] as const;

const at = (caseId: string, round: number): string => `reviews/${encodeURIComponent(caseId)}/${round}`;

export const readReviews = (cursor?: string): Promise<Page<ReviewTask>> =>
  ask(`reviews?limit=30${cursor === undefined ? '' : `&cursor=${cursor}`}`);

export const readReview = (caseId: string, round: number): Promise<Review> => ask(at(caseId, round));

export const commandReview = (
  { caseId, round, revision }: Review,
  path: 'attempts' | 'answers' | 'give-up' | 'late',
  body: object,
  key: string,
): Promise<object> => ask(`${at(caseId, round)}/${path}`, { method: 'POST', body, key, revision });
