import type { Timetable } from '#kernel';
import type { RegisteredProcess } from '../process-definition.js';
import { ProcessHost } from '../process-host.js';

/** A host that only listens: keeps what was rung, and fails while it is `down`. */
export class MemoryHost extends ProcessHost {
  down = false;
  latencyMs = 0;
  id = 'the first';
  readonly rung: { readonly processId: string; readonly timetable: Timetable }[] = [];
  readonly ended: string[] = [];
  readonly runningIds = new Set<string>();

  async ring(_process: RegisteredProcess, processId: string, timetable: Timetable): Promise<void> {
    if (this.latencyMs > 0) await new Promise((resolve) => setTimeout(resolve, this.latencyMs));
    if (this.down) throw new Error('host is down');
    this.rung.push({ processId, timetable });
    if (timetable.closed) this.runningIds.delete(processId);
    else this.runningIds.add(processId);
  }

  async *running(): AsyncIterable<string> {
    if (this.down) throw new Error('host is down');
    yield* [...this.runningIds];
  }

  async identity(): Promise<string> {
    if (this.down) throw new Error('host is down');
    return this.id;
  }

  /** Another host, to which nobody ever rang. */
  loseEverything(): void {
    this.id += ', and then another';
    this.runningIds.clear();
    this.rung.length = 0;
  }

  async end(processId: string): Promise<void> {
    this.runningIds.delete(processId);
    this.ended.push(processId);
  }

  ringsOf(processId: string): Timetable[] {
    return this.rung.filter((each) => each.processId === processId).map(({ timetable }) => timetable);
  }
}
