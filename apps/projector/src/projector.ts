import type { WordVault } from '#cases/read';
import type { EventStore } from '#event-store';
import {
  ProcessBridge,
  ProcessGuards,
  Reactions,
  caseReactions,
  type BridgePorts,
  type IssuedReaction,
} from '#process';
import { ProjectionRunner, discardUnfinished, type ReadModels } from '#projections';
import type { Clock } from '#platform';
import { DueTimes } from './due-times.js';
import { buildAsideFrom, type ReadFiles } from './build-aside.js';
import { projectionsWith } from './projections.js';

export interface ProjectorPorts extends Omit<BridgePorts, 'now'> {
  readonly events: EventStore;
  readonly readModels: ReadModels;
  readonly clock: Clock;
  readonly vault: WordVault;
  readonly issue: (reaction: IssuedReaction) => Promise<void>;
  /** Where read models of another version are to be built aside while the old ones serve. */
  readonly files?: ReadFiles;
}

/** Everything that follows the log: read models, reactions, and the bridge to the processes with its guards. */
export class Projector {
  readonly runner: ProjectionRunner;
  readonly reactions: Reactions;
  readonly bridge: ProcessBridge;
  readonly guards: ProcessGuards;
  private readonly dueTimes: DueTimes;
  private readonly ending = new AbortController();
  private running: Promise<void> = Promise.resolve();
  private failure: Error | undefined;

  constructor(private readonly ports: ProjectorPorts) {
    const { events, readModels, clock, vault, log, store, processes, host, issue, files } = ports;
    this.runner = new ProjectionRunner({
      store: events,
      readModels,
      clock,
      projections: projectionsWith(vault),
      ...(files && { buildAside: buildAsideFrom(files) }),
      report: (problem) => {
        const { kind, ...details } = problem;
        log.error(`A projection is ${kind}.`, {
          ...details,
          ...('error' in problem && { error: String(problem.error) }),
        });
      },
    });
    const now = () => clock.now();
    this.bridge = new ProcessBridge({ ...ports, now });
    this.guards = new ProcessGuards({ bridge: this.bridge, store, host, processes, now, log });
    this.reactions = new Reactions({ events, store, reactions: caseReactions, issue, log });
    this.dueTimes = new DueTimes({ events, readModels, store, log, issue });
  }

  /** Tables exist and may be read. */
  async prepare(): Promise<void> {
    const { files, readModels } = this.ports;
    if (files) await discardUnfinished(files.readModels, readModels.database.writer);
    await this.runner.prepare();
  }

  async start(): Promise<void> {
    this.running = this.runner.run(this.ending.signal).catch((error: unknown) => {
      this.failure = error instanceof Error ? error : new Error(String(error));
      this.ports.log.error('The projections have stopped.', { reason: String(error) });
    });
    await this.reactions.start();
    await this.bridge.start();
    this.guards.start();
    this.dueTimes.start();
  }

  /** Why the read models do not move; undefined while all is well. */
  get failing(): string | undefined {
    return this.failure?.message ?? this.runner.failing;
  }

  async stop(): Promise<void> {
    await this.dueTimes.stop();
    await this.guards.stop();
    await this.reactions.stop();
    await this.bridge.stop();
    this.ending.abort();
    await this.running;
  }
}
