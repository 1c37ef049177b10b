import type { Actor } from '#kernel';
import type { Rating, ReviewCommand, ReviewEvent } from '#reviews/domain';
import { nextWorkingInstant } from '#working-time';
import { randomFor, type Random } from '../random.js';
import type { Deed } from './deed.js';
import { DAY, HOUR } from './pace.js';
import type { Town } from './people-and-cases.js';

/** Of a hundred: very satisfied 45, satisfied 37, fair 11, dissatisfied 5, very dissatisfied 2. */
const RATINGS: readonly (readonly [upTo: number, rating: Rating])[] = [
  [45, 5],
  [82, 4],
  [93, 3],
  [98, 2],
  [100, 1],
];
const UNREACHABLE = 0.08;
const LATE_WORD = 0.3;
const FORGOTTEN = 0.03;

/** Whom the callback clerk reaches, and what they say. */
export const afterReviewEvent = (town: Town, stream: string, event: ReviewEvent): readonly Deed[] => {
  const { caseId, round } = event.data;
  const { calendar } = town.policy;
  const now = event.occurredAt;
  const by = (actor: Actor, at: number, command: ReviewCommand): Deed => ({
    at,
    stream,
    command,
    actor,
  });
  switch (event.type) {
    case 'ReviewRequested': {
      const clerk = callerOf(town, event.data.centre);
      return event.data.parties.flatMap((party) => {
        const random = randomFor(`${caseId} review ${round} ${party}`, town.seed);
        const patience = random.chance(FORGOTTEN) ? 12 * DAY : random.between(4, 60) * HOUR;
        const first = nextWorkingInstant(calendar, now + patience);
        if (!random.chance(UNREACHABLE)) return [by(clerk, first, answer(party, random))];
        const attempts = [first, first + DAY, first + 2 * DAY].map((at, index) =>
          by(clerk, at, { type: 'AttemptContact', data: { party, channel: index === 1 ? 'SMS' : 'CALL' } }),
        );
        return [...attempts, by(clerk, first + 4 * DAY, { type: 'GiveUpReview', data: { party } })];
      });
    }
    case 'ReviewUnreachable': {
      const { party, by: id } = event.data;
      const random = randomFor(`${caseId} late word ${round} ${party}`, town.seed);
      if (!random.chance(LATE_WORD)) return [];
      const clerk: Actor = { id, role: 'CALLBACK_CLERK', path: '/county' };
      const data = { party, rating: rating(random), reason: 'RESULT' };
      return [by(clerk, now + random.between(1, 9) * DAY, { type: 'RecordLateReview', data })];
    }
    default:
      return [];
  }
};

const answer = (party: string, random: Random): ReviewCommand => ({
  type: 'AnswerReview',
  data: { party, rating: rating(random), reason: 'RESULT', channel: 'CALL' },
});

const rating = (random: Random): Rating => {
  const drawn = random.below(100);
  return RATINGS.find(([upTo]) => drawn < upTo)?.[1] ?? 1;
};

const callerOf = ({ officers }: Town, centre: string): Actor => {
  const [township = ''] = centre.split('-');
  return officers.at('CALLBACK_CLERK', township === 'K' ? 'K-PETITION' : `${township}-GENERAL_OFFICE`);
};
