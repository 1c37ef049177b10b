import type { Instant } from '#kernel';
import { CURRENT_POLICY } from '#policy';
import type { Verdict } from './fate.js';
import { move, type Move, type Outlook } from './move.js';
import { soon, stepAt } from './pace.js';
import { clockOf, type SeenCase, type SeenReview } from './seen-case.js';

const CHANNELS = ['CALL', 'SMS', 'VISIT', 'CALL'] as const;
const CALLED_AGAIN_MINUTES = 230;
const ANSWERED_AFTER_MINUTES = 20;
const CALLS_BACK_MINUTES = 400;

/** The callback clerk asks one party after the other; who is not reached after all is given up, and may call back. */
export const reviewMove = (seen: SeenCase, review: SeenReview, outlook: Outlook): Move | undefined => {
  const { fate, now } = outlook;
  for (const [index, asked] of review.parties.entries()) {
    const verdict = fate.verdicts[review.round - 1]?.[index % 2];
    if (!verdict || asked.rating !== null) continue;
    if (asked.givenUp) {
      if (verdict.late === undefined || seen.stage !== 'CLOSED') continue;
      return given(soon(now, CALLS_BACK_MINUTES), 'RecordLateReview', asked.party, {
        rating: verdict.late,
        reason: verdict.reason,
      });
    }
    if (seen.stage !== 'RESOLVED') continue;
    return asking(asked, verdict, begins(seen, outlook));
  }
  return undefined;
};

const begins = (seen: SeenCase, { fate, now }: Outlook): Instant => {
  const clock = clockOf(seen, 'review');
  return clock ? stepAt(clock, fate, now) : soon(now, ANSWERED_AFTER_MINUTES);
};

const asking = (
  { party, attempts }: SeenReview['parties'][number],
  { missed, rating, reason }: Verdict,
  first: Instant,
): Move => {
  const last = attempts.at(-1)?.at;
  const again = (minutes: number) => (last === undefined ? first : soon(last, minutes));
  if (attempts.length < missed) {
    const channel = CHANNELS[attempts.length % CHANNELS.length];
    return given(again(CALLED_AGAIN_MINUTES), 'AttemptContact', party, { channel });
  }
  if (rating === undefined && attempts.length >= CURRENT_POLICY.review.minAttempts)
    return given(again(ANSWERED_AFTER_MINUTES), 'GiveUpReview', party);
  return given(again(CALLED_AGAIN_MINUTES), 'AnswerReview', party, { rating: rating ?? 3, reason, channel: 'CALL' });
};

const given = (at: Instant, type: string, party: string, data: Move['data'] = {}): Move =>
  move(at, 'CALLBACK', type, { party, ...data }, 'review');
