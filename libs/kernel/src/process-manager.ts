import type { AnyCommand } from './command.js';
import type { AnyEvent } from './event.js';
import type { Rung, Timetable } from './timetable.js';

/** What happens next, and when: facts in, a timetable and orders out. Pure, like a decider. */
export interface ProcessManager<State, Fact extends AnyEvent, Order extends AnyCommand> {
  readonly initialState: State;
  /** Total: a fact it does not know leaves the process as it is. */
  readonly evolve: (process: State, fact: Fact) => State;
  readonly timetable: (process: State) => Pick<Timetable, 'stage' | 'rungs' | 'closed'>;
  /** The command to issue when a rung falls due. */
  readonly order: (rung: Rung) => Order;
}
