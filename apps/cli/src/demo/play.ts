import type { Instant } from '#kernel';
import type { Person } from '../rehearsal/county-plan.js';
import type { Target } from '../rehearsal/rehearsal-host.js';
import type { StationClient } from '../rehearsal/station/station-client.js';
import { requestOf } from '../rehearsal/station/station-routes.js';
import type { Cast } from './cast.js';
import { dueAt, isJoined, isStale, isTurned, lifeOf, type Life } from './life.js';
import type { Move } from './move.js';
import { nextMove } from './next-move.js';
import { soon } from './pace.js';
import { readersOf } from './readers.js';
import { inThisRound, seenCase, seenReview, type SeenCase } from './seen-case.js';
import { seenMediation } from './seen-mediation.js';
import type { Tally } from './tally.js';

/** Requests under way at a time. */
const AT_ONCE = 8;
const TRIED_AGAIN_MINUTES = 60;
const MOST_REFUSALS = 3;
const NOTICED_AFTER_MINUTES = 5;
const OPEN = ['REGISTERED', 'ACCEPTED', 'ASSIGNED', 'ACKNOWLEDGED', 'IN_PROGRESS'];

interface Aim {
  readonly target: Target;
  readonly revision: number | undefined;
}

export interface Playing {
  readonly client: StationClient;
  readonly cast: Cast;
  /** Grows by the cases that open by themselves. */
  readonly lives: Life[];
  readonly tally: Tally;
  readonly seed: number;
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
    const others = lives.filter(
      (life) => !acting.includes(life) && (isTurned(life, now) || acting.some((one) => isJoined(one, life))),
    );
    await inParallel(acting, (life) => act(life, now, playing));
    await settle(playing);
    await lookAtAll([...acting, ...others], now, playing);
    onProgress(now);
  }
};

const act = async (life: Life, now: Instant, playing: Playing): Promise<void> => {
  const { client, tally, cast } = playing;
  if (life.caseId === undefined) return register(life, now, playing);
  if (isStale(life, now)) {
    if (life.seen && life.next) life.acted = { by: cast.of(life.next.by, life.seen, life.registrar), at: now };
    await look(life, now, playing);
  }
  const { seen, next } = life;
  if (!seen || !next || next.at > now) return;
  const by = cast.of(next.by, seen, life.registrar);
  const { target, revision } = aim(next, seen, life);
  const request = requestOf({ by, target, type: next.type, data: next.data });
  const reply = await client.send(by, request, revision);
  life.refused = tally.count(next.type, by, reply) ? 0 : life.refused + 1;
  life.acted = { by, at: now };
};

const aim = ({ on }: Move, seen: SeenCase, { matter, review, mediation }: Life): Aim => {
  const { caseId } = seen;
  switch (on) {
    case 'case':
      return { target: { kind: 'case', name: matter.key, caseId }, revision: seen.revision };
    case 'review':
      return { target: { kind: 'review', caseId, round: review?.round ?? seen.round }, revision: review?.revision };
    case 'mediation':
      return {
        target: { kind: 'mediation', mediationId: mediation?.mediationId ?? '' },
        revision: mediation?.revision,
      };
  }
};

const register = async (life: Life, now: Instant, { client, tally }: Playing): Promise<void> => {
  const { at: _at, key, twinOf: _twinOf, ...body } = life.matter;
  const request = { method: 'POST', path: '/api/cases', body: { ...body, externalRef: key } } as const;
  const reply = await client.send(life.registrar, request, undefined);
  if (!tally.count('RegisterCase', life.registrar, reply))
    throw new Error(`${key} is not registered: ${JSON.stringify(reply.body)}`);
  life.caseId = String(reply.body['caseId']);
  life.acted = { by: life.registrar, at: now };
};

/**
 * What was done is seen: first the lists show it, then nothing more follows by itself. Workflows hear of it meanwhile: the
 * clock waits for them.
 */
const settle = async ({ client, tally }: Playing): Promise<void> => {
  const begun = performance.now();
  await client.until(({ projected }) => projected);
  tally.lags.push(performance.now() - begun);
  await client.until(({ followed }) => followed);
};

export const lookAtAll = (lives: readonly Life[], now: Instant, playing: Playing): Promise<void> =>
  inParallel(lives, (life) => look(life, now, playing));

/** Opens the case as somebody who may, and thinks of what comes next. */
const look = async (life: Life, now: Instant, playing: Playing): Promise<void> => {
  const { client, cast } = playing;
  const { caseId, matter, fate, registrar } = life;
  if (caseId === undefined) return;
  const readers = readersOf(life, now, cast);
  const seen = seenCase(await opened(client, readers, `/api/cases/${caseId}`));
  life.seen = seen;
  life.seenAt = now;
  adoptFollowUp(life, now, playing);
  life.review = isReviewed(seen)
    ? seenReview(await opened(client, [cast.of('CALLBACK', seen, registrar)], `/api/reviews/${caseId}/${seen.round}`))
    : undefined;
  const mediationId = seen.timeline.findLast(({ type }) => type === 'MediationRequested')?.data['mediationId'];
  life.mediation =
    seen.stage === 'IN_MEDIATION' || isAgreed(seen)
      ? seenMediation(await opened(client, readers, `/api/mediations/${String(mediationId)}`))
      : undefined;
  if (life.refused > MOST_REFUSALS) {
    life.next = undefined;
    return;
  }
  const next = nextMove(seen, life, {
    ...{ fate, now, panel: cast.panel, mediators: cast.mediators(seen) },
    ...{ twin: twinOf(life, playing), amount: matter.amount },
  });
  const patient = life.refused === 0 ? 0 : soon(now, TRIED_AGAIN_MINUTES * life.refused);
  life.next = next && { ...next, at: Math.max(next.at, patient) };
};

/** The case of the same matter, while another may still go into it. */
const twinOf = ({ matter: { twinOf: key } }: Life, { lives }: Playing): string | undefined => {
  const twin = key === undefined ? undefined : lives.find(({ matter }) => matter.key === key)?.seen;
  return twin && OPEN.includes(twin.stage) ? twin.caseId : undefined;
};

const isReviewed = (seen: SeenCase): boolean =>
  (seen.stage === 'RESOLVED' || seen.stage === 'CLOSED') &&
  inThisRound(seen, 'CaseResolved').some(({ data }) => (data['reviewed'] as readonly string[]).length > 0);

const isAgreed = ({ timeline }: SeenCase): boolean =>
  timeline.findLast(({ type }) => type === 'MediationConcluded')?.data['outcome'] === 'AGREED';

/** As the first of them who may: a case that has gone to the county is no longer its township's. */
const opened = async (client: StationClient, readers: readonly Person[], path: string): Promise<unknown> =>
  (await firstWhoMay(client, readers, path)).body;

const firstWhoMay = async (client: StationClient, readers: readonly Person[], path: string) => {
  let said: unknown;
  for (const reader of readers) {
    const { status, body } = await client.read(reader, path);
    if (status === 200) return { reader, body };
    said = body;
  }
  throw new Error(`${readers.map(({ id }) => id).join(', ')} cannot open ${path}: ${JSON.stringify(said)}`);
};

/** Who may open it, he before all who has to decide about it. */
export const readerOf = async (
  { life, seen }: { readonly life: Life; readonly seen: SeenCase },
  { client, cast }: Playing,
): Promise<Person> => {
  const { matter, registrar } = life;
  const readers = [cast.of('DIRECTOR', seen, registrar), cast.receiver(matter), cast.countyHead(matter), cast.auditor];
  return (await firstWhoMay(client, readers, `/api/cases/${seen.caseId}`)).reader;
};

/** A danger that was found in one case is another, which somebody has to take up. */
const adoptFollowUp = ({ seen, registrar, matter }: Life, now: Instant, { lives, seed }: Playing): void => {
  const opening = seen?.timeline.find(({ type }) => type === 'FollowUpCaseOpened');
  if (!opening) return;
  const caseId = String(opening.data['followUp']);
  if (lives.some((life) => life.caseId === caseId)) return;
  const at = soon(now, NOTICED_AFTER_MINUTES, true);
  const followUp = { ...matter, at, key: `${matter.key}f`, typeCode: String(opening.data['typeCode']) };
  lives.push({ ...lifeOf(followUp, registrar, seed), caseId });
};

const inParallel = async (lives: readonly Life[], work: (life: Life) => Promise<void>): Promise<void> => {
  const rest = lives.values();
  const worker = async (): Promise<void> => {
    for (const life of rest) await work(life);
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, lives.length) }, worker));
};
