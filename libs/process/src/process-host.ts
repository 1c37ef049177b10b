import type { Timetable } from '#kernel';
import type { RegisteredProcess } from './process-definition.js';

/** What waits for the processes: Temporal in operation, memory in tests. */
export abstract class ProcessHost {
  /**
   * Delivers a timetable. An open process is started where nothing waits for it; a closed one is only told, and that
   * nobody listens any more is success. Rejects when the host cannot be reached.
   */
  abstract ring(process: RegisteredProcess, processId: string, timetable: Timetable): Promise<void>;
  /** Ids of all processes of this kind that something waits for. */
  abstract running(process: RegisteredProcess): AsyncIterable<string>;
  /** Which host this is: another value means that nothing of what was rung before is known here. Rejects as `ring`. */
  abstract identity(): Promise<string>;
  /** Ends the wait at once, without a last word; nothing to end is success. */
  abstract end(processId: string, reason: string): Promise<void>;
}
