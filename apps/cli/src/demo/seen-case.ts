import type { Instant } from '#kernel';
import type { Limit } from '#working-time';
import { fromIso } from '#working-time';

/** A running limit as the page of a case shows it. */
export interface SeenClock {
  readonly step: string;
  readonly round: number;
  readonly attempt: number;
  readonly startedAt: Instant;
  readonly dueAt: Instant;
  readonly limit: Limit;
  /** Rungs still ahead. */
  readonly rungs: readonly { readonly level: string; readonly at: Instant }[];
  readonly fired: readonly string[];
}

export interface SeenEvent {
  readonly type: string;
  readonly at: Instant;
  readonly by: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** What somebody sees who opens a case: all that those who act on it may know. */
export interface SeenCase {
  readonly caseId: string;
  readonly caseNo: string;
  readonly revision: number;
  readonly typeCode: string;
  readonly dispute: boolean;
  readonly stage: string;
  readonly tier: string;
  readonly round: number;
  readonly handler?: string;
  readonly township: string;
  readonly centre: string;
  readonly countyCentre: string;
  readonly parties: readonly string[];
  /** A sign of violence was seen at the intake. */
  readonly violent: boolean;
  readonly clocks: readonly SeenClock[];
  readonly timeline: readonly SeenEvent[];
}

interface Page {
  readonly caseId: string;
  readonly caseNo: string;
  readonly revision: number;
  readonly type: { readonly code: string; readonly dispute: boolean };
  readonly stage: string;
  readonly tier: string;
  readonly round: number;
  readonly handler: string | null;
  readonly place: { readonly townshipId: string; readonly centre: string; readonly countyCentre: string };
  readonly parties: readonly { readonly partyId: string }[];
  readonly risk: { readonly factors: Readonly<Record<string, number>> } | null;
  readonly clocks: readonly (Omit<SeenClock, 'startedAt' | 'dueAt' | 'rungs'> & {
    readonly startedAt: string;
    readonly dueAt: string;
    readonly rungs: readonly { readonly level: string; readonly at: string }[];
  })[];
  readonly timeline: readonly {
    readonly type: string;
    readonly occurredAt: string;
    readonly by: { readonly id: string };
    readonly data: Readonly<Record<string, unknown>>;
  }[];
}

export const seenCase = (body: unknown): SeenCase => {
  const page = body as Page;
  const { caseId, caseNo, revision, stage, tier, round, handler, place } = page;
  return {
    ...{ caseId, caseNo, revision, stage, tier, round },
    typeCode: page.type.code,
    dispute: page.type.dispute,
    ...(handler !== null && { handler }),
    township: place.townshipId,
    centre: place.centre,
    countyCentre: place.countyCentre,
    parties: page.parties.map(({ partyId }) => partyId),
    violent: (page.risk?.factors['violence'] ?? 0) > 0,
    clocks: page.clocks.map((clock) => ({
      ...clock,
      startedAt: fromIso(clock.startedAt),
      dueAt: fromIso(clock.dueAt),
      rungs: clock.rungs.map(({ level, at }) => ({ level, at: fromIso(at) })),
    })),
    timeline: page.timeline.map(({ type, occurredAt, by, data }) => ({
      type,
      at: fromIso(occurredAt),
      by: by.id,
      data,
    })),
  };
};

/** How far the people of one round have been asked, as the callback clerk sees it. */
export interface SeenReview {
  readonly round: number;
  readonly revision: number;
  readonly parties: readonly {
    readonly party: string;
    readonly attempts: readonly { readonly at: Instant; readonly channel: string }[];
    readonly rating: number | null;
    readonly givenUp: boolean;
  }[];
}

export const seenReview = (body: unknown): SeenReview => {
  const { round, revision, parties } = body as {
    round: number;
    revision: number;
    parties: {
      party: string;
      attempts: { at: string; channel: string }[];
      rating: number | null;
      lateUntil: string | null;
    }[];
  };
  return {
    round,
    revision,
    parties: parties.map(({ party, attempts, rating, lateUntil }) => ({
      party,
      rating,
      attempts: attempts.map(({ at, channel }) => ({ at: fromIso(at), channel })),
      givenUp: lateUntil !== null,
    })),
  };
};

export const clockOf = ({ clocks }: SeenCase, step: string): SeenClock | undefined =>
  clocks.find((clock) => clock.step === step);

/** Events of this kind since the round began. */
export const inThisRound = ({ timeline }: SeenCase, type: string): readonly SeenEvent[] => {
  const begun = timeline.findLastIndex((event) => event.type === 'CaseReopened') + 1;
  return timeline.slice(begun).filter((event) => event.type === type);
};
