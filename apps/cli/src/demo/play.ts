import type { Instant } from '#kernel';
import type { Person } from '../rehearsal/county-plan.js';
import type { StationClient } from '../rehearsal/station/station-client.js';
import { requestOf } from '../rehearsal/station/station-routes.js';
import type { Cast } from './cast.js';
import { dueAt, isStale, isTurned, type Life } from './life.js';
import { nextMove } from './next-move.js';
import { soon } from './pace.js';
import { inThisRound, seenCase, seenReview, type SeenCase } from './seen-case.js';
import type { Tally } from './tally.js';

/** Requests under way at a time. */
const AT_ONCE = 8;
const TRIED_AGAIN_MINUTES = 60;
const MOST_REFUSALS = 3;

export interface Playing {
  readonly client: StationClient;
  readonly cast: Cast;
  readonly lives: readonly Life[];
  readonly tally: Tally;
  /** Nothing is done at it or later. */
  readonly until: Instant;
  readonly onProgress: (now: Instant) => void;
}

/**
 * Plays all lives in lock-step with the station: the clock to the next instant at which anybody acts (all rungs before it
 * fire on the way), everybody's commands, then everything that follows from them.
 */
export const play = async (playing: Playing): Promise<void> => {
  const { client, lives, until, onProgress } = playing;
  for (;;) {
    const now = Math.min(...lives.map((life) => dueAt(life) ?? Infinity));
    if (now >= until) break;
    await client.moveClock(now, true);
    const acting = lives.filter((life) => dueAt(life) === now);
    const others = lives.filter((life) => !acting.includes(life) && isTurned(life, now));
    await inParallel(acting, (life) => act(life, now, playing));
    await settle(playing);
    await inParallel([...acting, ...others], (life) => look(life, now, playing));
    onProgress(now);
  }
};

const act = async (life: Life, now: Instant, playing: Playing): Promise<void> => {
  const { client, tally, cast } = playing;
  if (life.caseId === undefined) return register(life, playing);
  if (isStale(life, now)) await look(life, now, playing);
  const { seen, next, review } = life;
  if (!seen || !next || next.at > now) return;
  const by = cast.of(next.by, seen, life.registrar);
  const target =
    next.on === 'case'
      ? ({ kind: 'case', name: life.matter.key, caseId: seen.caseId } as const)
      : ({ kind: 'review', caseId: seen.caseId, round: review?.round ?? seen.round } as const);
  const request = requestOf({ by, target, type: next.type, data: next.data });
  const reply = await client.send(by, request, next.on === 'case' ? seen.revision : review?.revision);
  life.refused = tally.count(next.type, by, reply) ? 0 : life.refused + 1;
};

const register = async (life: Life, { client, tally }: Playing): Promise<void> => {
  const { at: _, key, ...body } = life.matter;
  const request = { method: 'POST', path: '/api/cases', body: { ...body, externalRef: key } } as const;
  const reply = await client.send(life.registrar, request, undefined);
  if (!tally.count('RegisterCase', life.registrar, reply))
    throw new Error(`${key} is not registered: ${JSON.stringify(reply.body)}`);
  life.caseId = String(reply.body['caseId']);
};

/** Everything follows from what was done: first the lists show it, then nothing more is on its way. */
const settle = async ({ client, tally }: Playing): Promise<void> => {
  const begun = performance.now();
  await client.until(({ projected }) => projected);
  tally.lags.push(performance.now() - begun);
  await client.untilQuiet();
};

/** Opens the case as the head of the unit that has it, and thinks of what comes next. */
export const look = async (life: Life, now: Instant, playing: Playing): Promise<void> => {
  const { client, cast } = playing;
  const { caseId, seen: before, matter, fate, registrar } = life;
  if (caseId === undefined) return;
  const reader = before ? cast.of('DIRECTOR', before, registrar) : cast.receiver(matter);
  const seen = seenCase(await opened(client, reader, `/api/cases/${caseId}`));
  life.seen = seen;
  life.seenAt = now;
  life.review = isReviewed(seen)
    ? seenReview(await opened(client, cast.of('CALLBACK', seen, registrar), `/api/reviews/${caseId}/${seen.round}`))
    : undefined;
  if (life.refused > MOST_REFUSALS) {
    life.next = undefined;
    return;
  }
  const next = nextMove(seen, life.review, { fate, now, panel: cast.panel });
  const patient = life.refused === 0 ? 0 : soon(now, TRIED_AGAIN_MINUTES * life.refused);
  life.next = next && { ...next, at: Math.max(next.at, patient) };
};

const isReviewed = (seen: SeenCase): boolean =>
  (seen.stage === 'RESOLVED' || seen.stage === 'CLOSED') &&
  inThisRound(seen, 'CaseResolved').some(({ data }) => (data['reviewed'] as readonly string[]).length > 0);

const opened = async (client: StationClient, by: Person, path: string): Promise<unknown> => {
  const { status, body } = await client.read(by, path);
  if (status !== 200) throw new Error(`${by.id} (${by.role}) cannot open ${path}: ${JSON.stringify(body)}`);
  return body;
};

const inParallel = async (lives: readonly Life[], work: (life: Life) => Promise<void>): Promise<void> => {
  const rest = lives.values();
  const worker = async (): Promise<void> => {
    for (const life of rest) await work(life);
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, lives.length) }, worker));
};
