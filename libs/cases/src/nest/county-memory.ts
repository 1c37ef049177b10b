import { Injectable } from '@nestjs/common';
import { EventStore, START, type GlobalPosition } from '#event-store';
import { CURRENT_POLICY } from '#policy';
import { CandidatePoolFold, County, Promises, TasksInHand } from '#cases/read';

const PAGE = 1_000;

/**
 * Places and people of the county in memory, at a position of the log. Whoever decides with them catches them up
 * first; at the start of a process the whole log is read once.
 */
@Injectable()
export class CountyMemory {
  readonly county = new County();
  readonly pool = new CandidatePoolFold(CURRENT_POLICY);
  readonly promises = new Promises();
  readonly tasks = new TasksInHand();
  private position: GlobalPosition = START;
  private turn: Promise<void> = Promise.resolve();
  /** A reading that has not begun yet: everybody who asks meanwhile is served by it. */
  private next: Promise<void> | undefined;

  constructor(private readonly store: EventStore) {}

  /** Resolves when everything that was in the log at the call is folded in. */
  catchUp(): Promise<void> {
    const begin = (): Promise<void> => {
      this.next = undefined;
      return this.readOn();
    };
    this.next ??= this.turn = this.turn.then(begin, begin);
    return this.next;
  }

  private async readOn(): Promise<void> {
    for (;;) {
      const events = await this.store.readAll(this.position, PAGE);
      for (const { stream, event, position } of events) {
        if (stream.startsWith('org-unit-')) this.county.apply(event);
        if (stream.startsWith('service-commitment-')) this.promises.apply(event);
        this.pool.apply(stream, event, position);
        this.tasks.apply(stream, event);
        this.position = position;
      }
      if (events.length < PAGE) return;
    }
  }
}
