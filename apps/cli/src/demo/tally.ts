import type { Text } from '#policy';
import type { Person } from '../rehearsal/county-plan.js';
import type { Reply } from '../rehearsal/station/station-client.js';

/** What was given and what came of it, by command; nothing that was refused is left out. */
export class Tally {
  readonly given = new Map<string, number>();
  /** By command, role and reason. */
  readonly refused = new Map<string, { readonly count: number; readonly reason: Text }>();
  /** Milliseconds of the wall until the lists showed what had been done, one for each instant at which something was. */
  readonly lags: number[] = [];

  count(type: string, { role }: Person, reply: Reply): boolean {
    this.given.set(type, (this.given.get(type) ?? 0) + 1);
    if (reply.status < 400) return true;
    const { code, titles } = reply.body as { code?: string; titles?: Text };
    const key = `${type} by ${role}: ${code ?? String(reply.status)}`;
    this.refused.set(key, { count: (this.refused.get(key)?.count ?? 0) + 1, reason: titles ?? { zh: '', en: '' } });
    return false;
  }

  get commands(): number {
    return sum(this.given.values());
  }

  get refusals(): number {
    return sum([...this.refused.values()].map(({ count }) => count));
  }

  /** Milliseconds within which the lists had caught up in this share of the instants. */
  lagAt(share: number): number {
    const sorted = this.lags.toSorted((one, other) => one - other);
    return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0);
  }
}

const sum = (numbers: Iterable<number>): number => [...numbers].reduce((all, one) => all + one, 0);
