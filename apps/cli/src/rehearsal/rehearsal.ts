import type { Instant } from '#kernel';
import type { Check } from './checks.js';
import type { ExpectedEvent } from './scenario.js';
import type { SeenEvent } from './rehearsal-host.js';

interface Placed {
  readonly at: Instant;
  /** Number of the step it belongs to: the order within one instant. */
  readonly turn: number;
}

/** One line of the timeline. */
export type Row = Placed &
  (
    | { readonly kind: 'command'; readonly line: number; readonly by: string; readonly what: string }
    | {
        readonly kind: 'event';
        readonly seen: SeenEvent;
        /** `told`: a step expects it; `allowed`: it may happen; otherwise it is a difference. */
        readonly standing: 'told' | 'allowed' | 'unexpected';
      }
    | {
        readonly kind: 'missing';
        readonly line: number;
        readonly expected: ExpectedEvent;
        /** What came nearest: the same event at another time, or with other data. */
        readonly near?: string;
      }
    | ({ readonly kind: 'check'; readonly line: number } & Check)
  );

export interface Rehearsal {
  readonly title: string;
  readonly file: string;
  readonly host: string;
  readonly rows: readonly Row[];
  /** Ids of the run by the names of the scenario. */
  readonly names: ReadonlyMap<string, string>;
}

export const isDifference = (row: Row): boolean =>
  row.kind === 'missing' ||
  (row.kind === 'event' && row.standing === 'unexpected') ||
  (row.kind === 'check' && !row.holds);

export const differencesOf = ({ rows }: Rehearsal): readonly Row[] => rows.filter(isDifference);
