import type { Instant } from '#kernel';
import type { Tier } from '#policy';
import { workingMinutesBetween, type Calendar } from '#working-time';
import type { CaseEvent } from './case.events.js';
import { evolveCase } from './case.evolve.js';
import { initialCase, type Case } from './case.state.js';
import type { SuspendReason } from './case-standing.events.js';
import type { CadreId, CaseId } from './case-types.js';
import { clockOf } from './step-clock.js';

/** Whose turn it is while a case waits. */
export type Hands =
  /** Registered or accepted, and nobody has it yet. */
  | { readonly kind: 'CENTRE' }
  | { readonly kind: 'CADRE'; readonly cadreId: CadreId }
  /** They think it over: whether to be mediated, whether to go up a tier. Nobody of the staff is charged for that. */
  | { readonly kind: 'PARTIES' }
  | { readonly kind: 'SUSPENDED'; readonly reason: SuspendReason }
  | { readonly kind: 'MERGED'; readonly into: CaseId }
  /** Those who ask how it went. */
  | { readonly kind: 'REVIEWERS' }
  | { readonly kind: 'COUNTY_PANEL' }
  /** A petitioner has asked the body above about an answer. */
  | { readonly kind: 'BODY_ABOVE' };

/** `to` is missing while it lasts. */
export interface Holding {
  readonly hands: Hands;
  readonly tier: Tier;
  readonly from: Instant;
  readonly to?: Instant;
}

/**
 * In whose hands a case was, from its registration on without a gap; a case that is over is in nobody's. What somebody
 * reports to have happened before the last event counts from that event.
 */
export const inWhoseHands = (events: readonly CaseEvent[]): readonly Holding[] => {
  const holdings: Holding[] = [];
  let state = initialCase;
  for (const event of events) {
    state = evolveCase(state, event);
    const last = holdings.at(-1);
    const running = last && last.to === undefined ? last : undefined;
    const hands = handsOf(state, event, running?.hands);
    const tier = state.file?.tier;
    if (running && hands && running.tier === tier && same(running.hands, hands)) continue;
    const at = Math.max(event.occurredAt, last?.to ?? last?.from ?? event.occurredAt);
    if (running) holdings.splice(-1, 1, ...(at > running.from ? [{ ...running, to: at }] : []));
    if (hands && tier) holdings.push({ hands, tier, from: at });
  }
  return holdings;
};

const same = (one: Hands, other: Hands): boolean => JSON.stringify(one) === JSON.stringify(other);

const handsOf = (state: Case, event: CaseEvent, before: Hands | undefined): Hands | undefined => {
  switch (state.stage) {
    case 'REGISTERED':
    case 'ACCEPTED':
      return { kind: 'CENTRE' };
    case 'ASSIGNED':
    case 'ACKNOWLEDGED':
    case 'IN_PROGRESS':
    case 'IN_MEDIATION':
      if (clockOf(state.clocks, 'consent') ?? clockOf(state.clocks, 'tierOffer')) return { kind: 'PARTIES' };
      return state.handler === undefined ? { kind: 'CENTRE' } : { kind: 'CADRE', cadreId: state.handler };
    case 'SUSPENDED':
      return event.type === 'CaseSuspended' ? { kind: 'SUSPENDED', reason: event.data.reason } : before;
    case 'MERGED':
      return state.merged && { kind: 'MERGED', into: state.merged.into };
    case 'RESOLVED':
      return answered(state) ?? { kind: 'REVIEWERS' };
    case 'COUNTY_REVIEW':
      return { kind: 'COUNTY_PANEL' };
    default:
      return undefined;
  }
};

/** Of a petition: whoever brings the answer, the petitioner while he may ask about it, or whom he has asked. */
const answered = ({ petition, clocks }: Case): Hands | undefined => {
  if (!petition) return undefined;
  if (petition.asked) return { kind: 'BODY_ABOVE' };
  return { kind: clockOf(clocks, 'appealWindow') ? 'PARTIES' : 'CENTRE' };
};

export interface Held {
  readonly hands: Hands;
  readonly tier: Tier;
  readonly ms: number;
  /** Of it in working hours. */
  readonly workingMinutes: number;
}

/** How long each had it in all, at each tier; the longest first. @param now until when a case that goes on is counted */
export const heldInAll = (holdings: readonly Holding[], calendar: Calendar, now: Instant): readonly Held[] => {
  const sums = new Map<string, Held>();
  for (const { hands, tier, from, to = Math.max(now, from) } of holdings) {
    const key = JSON.stringify([hands, tier]);
    const { ms, workingMinutes } = sums.get(key) ?? { ms: 0, workingMinutes: 0 };
    const minutes = workingMinutesBetween(calendar, from, to);
    sums.set(key, { hands, tier, ms: ms + to - from, workingMinutes: workingMinutes + minutes });
  }
  return [...sums.values()].toSorted((one, other) => other.ms - one.ms);
};
