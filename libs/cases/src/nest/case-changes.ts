import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { sql } from 'kysely';
import { inScope, type Resource, type Scope } from '#access/domain';
import { EventStore, type GlobalPosition, type StoredEvent } from '#event-store';
import { ReadModels } from '#projections';
import { caseBoard } from '#cases/read';
import { resourceOfRow, SCOPE_COLUMNS } from './case-scope.js';

/** Something happened to a case; what, the reader asks for, if he may. */
export interface CaseChange {
  readonly position: GlobalPosition;
  readonly caseId: string;
  /** Type of the event. */
  readonly kind: string;
}

/** What a subscriber hears next. `upTo` is where he goes on after. */
export interface Heard {
  /** False where too much was missed to be told: he reads his lists anew. */
  readonly complete: boolean;
  readonly changes: readonly CaseChange[];
  readonly upTo: GlobalPosition;
}

/** Changes kept for all subscribers together; who is slower reads the log. */
const KEPT = 4_000;
/** Events that are read from the log for one who comes back. */
const MISSED_AT_MOST = 5_000;
const PAGE = 500;
/** Changes are told together, at most so often. */
const EVERY_MS = 40;
const PATIENCE_MS = 1_000;

/**
 * Changes of cases for many subscribers, told once the board shows them: the log is followed once, and each asks for
 * what lies after his own place. So nobody's slowness costs memory, and a place is good after a restart, too.
 */
@Injectable()
export class CaseChanges implements OnApplicationShutdown {
  private readonly logger = new Logger('CaseChanges');
  private readonly ending = new AbortController();
  private kept: CaseChange[] = [];
  /** Everything after this position is kept. */
  private keptAfter: GlobalPosition = '';
  private told: GlobalPosition = '';
  private readonly cases = new Map<string, Resource>();
  private waiting: (() => void)[] = [];
  private beginning: Promise<void> | undefined;

  constructor(
    private readonly events: EventStore,
    private readonly models: ReadModels,
  ) {}

  /**
   * Endless; ends when `left` aborts. The first answer is at once: where the subscriber stands.
   * @param after the place he had, where he comes back
   */
  async *heard(after: string | undefined, scope: Scope, left: AbortSignal): AsyncGenerator<Heard> {
    await (this.beginning ??= this.begin());
    let at = after;
    if (at === undefined) yield { complete: true, changes: [], upTo: (at = this.told) };
    while (!left.aborted && !this.ending.signal.aborted) {
      if (at < this.keptAfter) {
        const missed = await this.missed(at, scope);
        at = missed.upTo;
        yield missed;
      } else if (at > this.told && at > (await this.events.head())) {
        // A place of another log, or of days that were taken back.
        yield { complete: false, changes: [], upTo: (at = this.told) };
      } else if (at < this.told) {
        const changes = this.keptSince(at);
        at = changes.length === PAGE ? changes[PAGE - 1]!.position : this.told;
        yield { complete: true, changes: changes.filter(({ caseId }) => this.shows(scope, caseId)), upTo: at };
      } else await this.news(left);
    }
  }

  onApplicationShutdown(): void {
    this.ending.abort();
    this.wake();
  }

  private async begin(): Promise<void> {
    this.told = this.keptAfter = await this.events.head();
    void this.follow();
  }

  private async follow(): Promise<void> {
    const { signal } = this.ending;
    while (!signal.aborted) {
      try {
        for await (const batch of this.events.subscribe({ after: this.told, batchSize: PAGE }, signal)) {
          const last = batch.at(-1)?.position;
          if (last === undefined) continue;
          const changes = batch.flatMap(changesOf);
          await this.shown(last);
          for (const [caseId, resource] of await this.look(changes)) this.cases.set(caseId, resource);
          this.keep(changes);
          this.told = last;
          this.wake();
          await pause(EVERY_MS, undefined, { signal });
        }
      } catch (error) {
        if (signal.aborted) return;
        this.logger.error('The changes of cases cannot be followed just now.', String(error));
        await pause(PATIENCE_MS, undefined, { signal }).catch(() => undefined);
      }
    }
  }

  private keep(changes: readonly CaseChange[]): void {
    this.kept.push(...changes);
    if (this.kept.length <= 2 * KEPT) return;
    const dropped = this.kept.splice(0, this.kept.length - KEPT);
    this.keptAfter = dropped.at(-1)!.position;
    const still = new Set(this.kept.map(({ caseId }) => caseId));
    for (const caseId of this.cases.keys()) if (!still.has(caseId)) this.cases.delete(caseId);
  }

  private keptSince(at: GlobalPosition): readonly CaseChange[] {
    let [from, to] = [0, this.kept.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (this.kept[middle]!.position <= at) from = middle + 1;
      else to = middle;
    }
    return this.kept.slice(from, from + PAGE);
  }

  /** For one who comes back after long: from the log, as far as that goes. */
  private async missed(after: GlobalPosition, scope: Scope): Promise<Heard> {
    const upTo = this.told;
    const events = await this.page(after);
    if (events === undefined || events.length > MISSED_AT_MOST) return { complete: false, changes: [], upTo };
    await this.shown(upTo);
    const changes = events.filter(({ position }) => position <= upTo).flatMap(changesOf);
    const cases = await this.look(changes);
    const seen = changes.filter(({ caseId }) => inScope(scope, cases.get(caseId) ?? {}));
    return { complete: true, changes: seen, upTo };
  }

  private async page(after: GlobalPosition): Promise<readonly StoredEvent[] | undefined> {
    try {
      return await this.events.readAll(after, MISSED_AT_MOST + 1);
    } catch (error) {
      if (error instanceof RangeError) return undefined;
      throw error;
    }
  }

  private shows(scope: Scope, caseId: string): boolean {
    const resource = this.cases.get(caseId);
    return resource !== undefined && inScope(scope, resource);
  }

  /** Cases as the board has them now. */
  private async look(changes: readonly CaseChange[]): Promise<ReadonlyMap<string, Resource>> {
    const ids = [...new Set(changes.map(({ caseId }) => caseId))];
    if (ids.length === 0) return new Map();
    const rows = await this.models
      .of(caseBoard)
      .selectFrom('case_board as b')
      .select(['b.case_id', ...SCOPE_COLUMNS])
      .where('b.case_id', 'in', sql<string>`(select value from json_each(${JSON.stringify(ids)}))`)
      .execute();
    return new Map(rows.map((row) => [row.case_id, resourceOfRow(row)]));
  }

  private async shown(position: GlobalPosition): Promise<void> {
    while (!(await this.models.caughtUp(position, PATIENCE_MS, [caseBoard.name]))) this.ending.signal.throwIfAborted();
  }

  private wake(): void {
    const woken = this.waiting;
    this.waiting = [];
    for (const wake of woken) wake();
  }

  private news(left: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = (): void => {
        left.removeEventListener('abort', gone);
        resolve();
      };
      const gone = (): void => {
        this.waiting = this.waiting.filter((other) => other !== wake);
        resolve();
      };
      left.addEventListener('abort', gone, { once: true });
      this.waiting.push(wake);
    });
  }
}

/** Events of a case, and those of other streams that say which case they belong to. */
const changesOf = ({ stream, position, event }: StoredEvent): readonly CaseChange[] => {
  // a page that is open would read it again for it, and tell the next
  if (event.type === 'SealedCaseRead') return [];
  const own = stream.startsWith('case-') ? stream.slice('case-'.length) : undefined;
  const caseId = own ?? (event.data as { readonly caseId?: unknown } | null)?.caseId;
  return typeof caseId === 'string' ? [{ position, caseId, kind: event.type }] : [];
};
