import {
  EventStore,
  EventStoreUnavailable,
  type Append,
  type Appended,
  type CatchUpOptions,
  type GlobalPosition,
  type StoredEvent,
} from '#event-store';
import { failpoint } from '#platform';

/** The log, and whether it took what was last given to it. */
export class WatchedEventStore extends EventStore {
  /** Why the last append failed by the store's own fault; undefined while it takes everything. */
  failing: string | undefined;

  constructor(private readonly store: EventStore) {
    super();
  }

  async append(append: Append): Promise<Appended> {
    failpoint('before-append');
    try {
      const appended = await this.store.append(append);
      failpoint('after-append');
      this.failing = undefined;
      return appended;
    } catch (error) {
      if (error instanceof EventStoreUnavailable) this.failing = error.message;
      throw error;
    }
  }

  readStream(stream: string, fromRevision?: number): Promise<readonly StoredEvent[]> {
    return this.store.readStream(stream, fromRevision);
  }

  readAll(after: GlobalPosition, limit: number): Promise<readonly StoredEvent[]> {
    return this.store.readAll(after, limit);
  }

  head(): Promise<GlobalPosition> {
    return this.store.head();
  }

  subscribe(options: CatchUpOptions, signal: AbortSignal): AsyncIterable<readonly StoredEvent[]> {
    return this.store.subscribe(options, signal);
  }

  close(): Promise<void> {
    return this.store.close();
  }
}
