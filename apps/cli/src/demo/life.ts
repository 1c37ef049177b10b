import type { Matter } from '#demo-county';
import type { Instant } from '#kernel';
import type { Person } from '../rehearsal/county-plan.js';
import { fateOf, type Fate } from './fate.js';
import type { Move } from './move.js';
import type { SeenCase, SeenReview } from './seen-case.js';
import type { SeenMediation } from './seen-mediation.js';

/** One matter on its way through the county, as far as the players of the demo know it. */
export interface Life {
  readonly matter: Matter;
  readonly fate: Fate;
  readonly registrar: Person;
  /** Who was the last to do something about it, or is about to. */
  acted?: { readonly by: Person; readonly at: Instant };
  /** Once it is registered. */
  caseId?: string;
  seen?: SeenCase;
  review?: SeenReview | undefined;
  mediation?: SeenMediation | undefined;
  /** When it was last looked at. */
  seenAt?: Instant;
  next?: Move | undefined;
  /** Refused in a row; nobody insists for ever. */
  refused: number;
}

export const lifeOf = (matter: Matter, registrar: Person, seed: number): Life => ({
  matter,
  registrar,
  fate: fateOf(matter, seed),
  refused: 0,
});

/** When somebody is next going to do something with it. */
export const dueAt = ({ matter, seen, next }: Life): Instant | undefined => (seen ? next?.at : matter.at);

/** Of the instants at which it was looked at and is acted on, the rungs come after those who act. */
const hasCome = (at: Instant, seenAt: Instant, now: Instant): boolean => at >= seenAt && at < now;

/** A rung has come since it was looked at: something may be otherwise than it was. */
export const isStale = ({ seen, mediation, seenAt = 0 }: Life, now: Instant): boolean => {
  const rungs = [
    ...(seen?.clocks.flatMap((clock) => clock.rungs.map(({ at }) => at)) ?? []),
    ...(mediation?.owed.map(({ dueAt: at }) => at) ?? []),
  ];
  return rungs.some((at) => hasCome(at, seenAt, now));
};

/** Those leave a case as it is, but for whoever is told. */
const TOLD_ONLY = ['WARN', 'E1', 'E3', 'REMIND'];

/** A rung has come that changes who has to act: the next candidate, the leader, or what follows by itself. */
export const isTurned = ({ seen, seenAt = 0 }: Life, now: Instant): boolean =>
  seen?.clocks.some(({ step, rungs }) =>
    rungs.some(
      ({ level, at }) => hasCome(at, seenAt, now) && (!TOLD_ONLY.includes(level) || (step === 'ack' && level === 'E1')),
    ),
  ) ?? false;

const JOINING = ['MergeCase', 'UnmergeCase'];

/** What is going to be done with the one changes the other too. */
export const isJoined = ({ next, matter: { twinOf } }: Life, { matter: { key } }: Life): boolean =>
  twinOf === key && next !== undefined && JOINING.includes(next.type);
