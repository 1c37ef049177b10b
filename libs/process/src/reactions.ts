import { setTimeout as pause } from 'node:timers/promises';
import type { EventStore, GlobalPosition, StoredEvent } from '#event-store';
import type { AnyCommand, AnyEvent } from '#kernel';
import { failpoint } from '#platform';
import { followLog } from './follow-log.js';
import { LowWaterMark } from './low-water-mark.js';
import { codeOfRefusal } from './order-activity.js';
import { reasonOf, type ProcessLog } from './process-log.js';
import type { ProcessStore } from './process-store.js';

/** A command that another stream must follow with, named by the stream it goes to. */
export interface DerivedCommand {
  readonly stream: string;
  readonly command: AnyCommand;
}

/** The same event gives the same ids, so that a repeated reaction is recognised. */
export interface IssuedReaction extends DerivedCommand {
  readonly commandId: string;
  readonly causationId: string;
  readonly correlationId: string;
}

export type ReactionMeta = Omit<StoredEvent, 'event'>;

/** `whenXThenY`: what follows at once in another stream, without any wait. Pure. */
export interface Reaction {
  /** The sentence it obeys: `when-a-review-is-answered-then-the-case-hears-it`. Part of the command ids. */
  readonly name: string;
  readonly on: Readonly<Record<string, (event: AnyEvent, meta: ReactionMeta) => DerivedCommand | undefined>>;
}

export interface ReactionPorts {
  readonly events: EventStore;
  readonly store: ProcessStore;
  readonly reactions: readonly Reaction[];
  /** Rejects with `CommandRejected` where the aggregate refuses; anything else is tried again. */
  readonly issue: (reaction: IssuedReaction) => Promise<void>;
  readonly log: ProcessLog;
}

const CHECKPOINT = 'reactions';
const SAVE_EVERY_MS = 250;
const MOST_UNDER_WAY = 256;
const RETRY_MS = [100, 5_000] as const;

/**
 * Issues what events of one stream demand of another. Reactions of one stream keep their order, streams do not wait
 * for each other; an unfinished one holds the checkpoint back.
 */
export class Reactions {
  readonly #mark: LowWaterMark;
  readonly #chains = new Map<string, Promise<void>>();
  readonly #ending = new AbortController();
  #following: Promise<void> = Promise.resolve();
  #saving: NodeJS.Timeout | undefined;
  #saved: GlobalPosition;
  #read: GlobalPosition;
  #underWay = 0;
  #issued = 0;
  #refused = 0;
  #errors = 0;

  constructor(private readonly ports: ReactionPorts) {
    this.#saved = this.#read = ports.store.checkpoint(CHECKPOINT);
    this.#mark = new LowWaterMark(this.#saved);
  }

  async start(): Promise<void> {
    const { events, log } = this.ports;
    const head = await events.head();
    if (this.#saved > head) this.#mark.advance((this.#read = ''));
    this.#saving = setInterval(() => this.#save(), SAVE_EVERY_MS);
    this.#following = followLog(events, this.#read, this.#ending.signal, log, (batch) => this.#take(batch));
  }

  async stop(): Promise<void> {
    this.#ending.abort();
    await this.#following;
    await Promise.all(this.#chains.values());
    clearInterval(this.#saving);
    this.#save();
  }

  get positions(): { readonly read: GlobalPosition; readonly delivered: GlobalPosition } {
    return { read: this.#read, delivered: this.#mark.value };
  }

  get metrics() {
    return { backlog: this.#underWay, issued: this.#issued, refused: this.#refused, errors: this.#errors };
  }

  async #take(batch: readonly StoredEvent[]): Promise<void> {
    for (const stored of batch) {
      if (stored.position <= this.#read) continue; // taken already before the batch was cut short
      for (const derived of this.#derive(stored)) {
        while (this.#underWay >= MOST_UNDER_WAY && !this.#ending.signal.aborted) await pause(20);
        this.#enqueue(stored.stream, derived, this.#read);
      }
      this.#read = stored.position;
      this.#mark.advance(stored.position);
    }
  }

  #derive({ event, ...meta }: StoredEvent): IssuedReaction[] {
    const { eventId, correlationId } = meta.metadata;
    return this.ports.reactions.flatMap(({ name, on }) => {
      const derived = Object.hasOwn(on, event.type) ? on[event.type]?.(event, meta) : undefined;
      if (!derived) return [];
      return [{ ...derived, commandId: `${name}:${eventId}`, causationId: eventId, correlationId }];
    });
  }

  #enqueue(stream: string, derived: IssuedReaction, floor: GlobalPosition): void {
    const hold = this.#mark.hold(floor);
    this.#underWay += 1;
    const before = this.#chains.get(stream) ?? Promise.resolve();
    const chain = before.then(async () => {
      if (await this.#issueUntilDone(derived)) this.#mark.release(hold);
      this.#underWay -= 1;
      if (this.#chains.get(stream) === chain) this.#chains.delete(stream);
    });
    this.#chains.set(stream, chain);
  }

  /** False only when the work ends before the command is through: the checkpoint then stays behind it. */
  async #issueUntilDone(derived: IssuedReaction): Promise<boolean> {
    const { signal } = this.#ending;
    const { issue, log } = this.ports;
    const { commandId, stream, command } = derived;
    for (let pauseMs: number = RETRY_MS[0]; !signal.aborted; pauseMs = Math.min(pauseMs * 2, RETRY_MS[1])) {
      try {
        await issue(derived);
        failpoint('after-reaction-before-checkpoint');
        this.#issued += 1;
        return true;
      } catch (error) {
        const code = codeOfRefusal(error);
        if (code !== undefined) {
          this.#refused += 1;
          log.log('A reaction was refused.', { commandId, stream, command: command.type, code });
          return true;
        }
        this.#errors += 1;
        log.warn('A reaction failed and is tried again.', { commandId, stream, reason: reasonOf(error) });
      }
      await pause(pauseMs, undefined, { signal }).catch(() => undefined);
    }
    return false;
  }

  #save(): void {
    const mark = this.#mark.value;
    if (mark === this.#saved) return;
    try {
      this.ports.store.saveCheckpoint(CHECKPOINT, mark);
      this.#saved = mark;
    } catch (error) {
      this.ports.log.error('The checkpoint of the reactions cannot be written.', { reason: reasonOf(error) });
    }
  }
}
