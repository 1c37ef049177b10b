import { Injectable } from '@nestjs/common';
import { SYSTEM } from '#kernel';
import { DuplicateEvent, EventStore, WrongExpectedRevision, eventIdOf, type NewEvent } from '#event-store';
import { CURRENT_POLICY } from '#policy';
import { Clock } from '#platform';
import { localDayOf } from '#working-time';
import type { CaseId, TownshipId } from '#cases/domain';

interface Waiting {
  readonly caseId: CaseId;
  readonly commandId: string;
  readonly resolve: (caseNo: string) => void;
  readonly reject: (error: unknown) => void;
}

interface Counter {
  /** Revision and hash of the last number's event; -1 for a day without numbers. */
  revision: number;
  hash: string;
  known: boolean;
  waiting: Waiting[];
  busy: boolean;
}

/**
 * Daily case numbers of a township, `T01-20260213-0007`: reserved by an event of the day's own stream, so that two
 * writers never give the same one. Gaps are allowed. Whoever waits while one is written shares the next write.
 */
@Injectable()
export class CaseNumbers {
  private readonly counters = new Map<string, Counter>();

  constructor(
    private readonly store: EventStore,
    private readonly clock: Clock,
  ) {}

  /** @throws EventStoreUnavailable */
  reserve(township: TownshipId, caseId: CaseId, commandId: string): Promise<string> {
    const prefix = `${township}-${localDayOf(this.clock.now()).replaceAll('-', '')}`;
    const counter = this.counterOf(prefix);
    return new Promise((resolve, reject) => {
      counter.waiting.push({ caseId, commandId, resolve, reject });
      if (!counter.busy) void this.serve(prefix, counter);
    });
  }

  private counterOf(prefix: string): Counter {
    const known = this.counters.get(prefix);
    if (known) return known;
    const counter: Counter = { revision: -1, hash: '', known: false, waiting: [], busy: false };
    this.counters.set(prefix, counter);
    return counter;
  }

  private async serve(prefix: string, counter: Counter): Promise<void> {
    counter.busy = true;
    while (counter.waiting.length > 0) {
      const batch = counter.waiting.splice(0);
      try {
        await this.write(prefix, counter, batch);
      } catch (error) {
        counter.known = false;
        batch.forEach(({ reject }) => reject(error));
      }
    }
    counter.busy = false;
  }

  private async write(prefix: string, counter: Counter, batch: readonly Waiting[]): Promise<void> {
    const stream = `numbers-of-cases-${prefix}`;
    for (;;) {
      if (!counter.known) await this.catchUp(stream, counter);
      const first = counter.revision + 2;
      try {
        const appended = await this.store.append({
          stream,
          expectedRevision: counter.revision < 0 ? 'no-stream' : counter.revision,
          previousHash: counter.hash,
          events: batch.map((waiting, index) => this.reservation(`${stream}:${first + index}`, waiting)),
        });
        counter.revision = appended.revision;
        counter.hash = appended.events.at(-1)?.hash ?? counter.hash;
        batch.forEach(({ resolve }, index) => resolve(`${prefix}-${String(first + index).padStart(4, '0')}`));
        return;
      } catch (error) {
        if (!(error instanceof WrongExpectedRevision || error instanceof DuplicateEvent)) throw error;
        counter.known = false;
      }
    }
  }

  private async catchUp(stream: string, counter: Counter): Promise<void> {
    const from = Math.max(counter.revision, 0);
    const last = (await this.store.readStream(stream, from)).at(-1);
    counter.revision = last?.revision ?? -1;
    counter.hash = last?.hash ?? '';
    counter.known = true;
  }

  private reservation(id: string, { caseId, commandId }: Waiting): NewEvent {
    return {
      event: { type: 'CaseNumberReserved', occurredAt: this.clock.now(), data: { caseId } },
      metadata: {
        eventId: eventIdOf(id, 0),
        commandId: id,
        requestHash: '',
        actor: SYSTEM,
        correlationId: commandId,
        causationId: commandId,
        policyVersion: CURRENT_POLICY.version,
        schemaVersion: 1,
      },
    };
  }
}
