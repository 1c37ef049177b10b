import { mismatches, sameMinute, shown } from './compare.js';
import type { Row } from './rehearsal.js';
import type { SeenEvent } from './rehearsal-host.js';
import type { ExpectedEvent } from './scenario.js';

/** With the number of the step in which it came, or should come. */
export type SeenInTurn = SeenEvent & { readonly turn: number };
export type ExpectedInTurn = ExpectedEvent & { readonly turn: number };

/** A stretch of the log in which some types may happen untold. */
export interface Silence {
  readonly from: number;
  readonly to: number;
  readonly except: readonly string[];
}

export interface MatchingRules {
  readonly ignore: readonly string[];
  readonly silences: readonly Silence[];
  readonly caseIdOf: (name: string) => string | undefined;
}

type EventRow = Extract<Row, { kind: 'event' | 'missing' }>;

/** Pairs each expected event with one that happened; what is left over on either side is a difference. */
export const matched = (
  seen: readonly SeenInTurn[],
  expected: readonly ExpectedInTurn[],
  rules: MatchingRules,
): readonly EventRow[] => {
  const told = new Set<SeenInTurn>();
  const missing: ExpectedInTurn[] = [];
  for (const one of expected) {
    const found = seen.find((event) => !told.has(event) && fits(event, one, rules));
    if (found) told.add(found);
    else missing.push(one);
  }
  const left = seen.filter((event) => !told.has(event));
  return [
    ...seen.map((event, index): EventRow => ({
      kind: 'event',
      at: event.event.occurredAt,
      turn: event.turn,
      seen: event,
      standing: told.has(event) ? 'told' : mayHappen(event, index, rules) ? 'allowed' : 'unexpected',
    })),
    ...missing.map((one): EventRow => {
      const near = nearest(one, left, rules);
      const { at, turn, line } = one;
      return { kind: 'missing', at, turn, line, expected: one, ...(near !== undefined && { near }) };
    }),
  ];
};

const mayHappen = ({ event }: SeenEvent, index: number, { ignore, silences }: MatchingRules): boolean =>
  ignore.includes(event.type) ||
  silences.some(({ from, to, except }) => index >= from && index < to && except.includes(event.type));

const ofSame = (
  { event, stream }: SeenEvent,
  { type, caseName }: ExpectedEvent,
  { caseIdOf }: MatchingRules,
): boolean => event.type === type && (caseName === undefined || stream.includes(`-${caseIdOf(caseName) ?? caseName}`));

const fits = (seen: SeenEvent, expected: ExpectedEvent, rules: MatchingRules): boolean =>
  ofSame(seen, expected, rules) &&
  sameMinute(seen.event.occurredAt, expected.at) &&
  mismatches(expected.data, seen.event.data).length === 0;

/** The likeliest cause of a missing event: the same one with other data, or at another time. */
const nearest = (expected: ExpectedEvent, left: readonly SeenEvent[], rules: MatchingRules): string | undefined => {
  const same = left.filter((seen) => ofSame(seen, expected, rules));
  const then = same.find(({ event }) => sameMinute(event.occurredAt, expected.at));
  if (then) {
    const differs = mismatches(expected.data, then.event.data);
    return differs.map(({ field, expected: wanted, got }) => `${field}: ${wanted} → ${got}`).join('; ');
  }
  const other = same.find(({ event }) => mismatches(expected.data, event.data).length === 0);
  return other && `${shown(expected.at)} → ${shown(other.event.occurredAt)}`;
};
