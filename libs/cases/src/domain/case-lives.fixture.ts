import { expect } from '@jest/globals';
import { CommandRejected, SYSTEM, type Actor, type Rung } from '#kernel';
import type { CandidatePool } from './assignment.types.js';
import { caseDecider } from './case.decider.js';
import { caseProcess } from './case-process.js';
import type { CaseContext } from './case-context.js';
import type { CaseCommand, RegisterCase } from './case.commands.js';
import type { CaseEvent } from './case.events.js';
import { cadre, clerk, context } from './case.fixture.js';
import type { Case } from './case.state.js';

/** What happens next: a command by somebody, what the stage asks for, or time that passes until the next rung. */
export type Move =
  | {
      readonly kind: 'command';
      readonly command: CaseCommand | ((state: Case) => CaseCommand);
      readonly by: Actor | 'handler';
    }
  | { readonly kind: 'onward'; readonly rating: number }
  | { readonly kind: 'rung' };

export const command = (
  given: CaseCommand | ((state: Case) => CaseCommand),
  by: Actor | 'handler' = 'handler',
): Move => ({
  kind: 'command',
  command: given,
  by,
});
export interface Lived {
  readonly states: readonly Case[];
  readonly events: readonly CaseEvent[];
}

export interface World {
  readonly registration: RegisterCase;
  readonly people: CandidatePool;
  /** What leads the case on from where it is, and who does it. */
  readonly onward: (state: Case, rating: number) => [CaseCommand, Actor] | undefined;
  /** What else a decision knows. */
  readonly known?: Partial<CaseContext>;
}

const HALF_HOUR = 1_800_000;
const nextRung = (state: Case) => caseProcess.timetable(state).rungs.toSorted((one, other) => one.at - other.at)[0];

/** Lives of one case: refused commands leave it as it is, each accepted one takes half an hour. */
export const livesOf =
  ({ registration, people, onward, known }: World) =>
  (script: readonly Move[]): Lived => {
    let now = context().now;
    const decide = (given: CaseCommand, actor: Actor, state: Case): readonly CaseEvent[] => {
      try {
        return caseDecider.decide(given, state, context({ now, actor, pool: people, ...known }));
      } catch (thrown) {
        if (thrown instanceof CommandRejected) return [];
        throw thrown;
      }
    };
    const wanted = (move: Move, state: Case): [CaseCommand, Actor] | undefined => {
      if (move.kind === 'rung') return undefined;
      if (move.kind === 'onward') return onward(state, move.rating);
      const given = typeof move.command === 'function' ? move.command(state) : move.command;
      return [given, move.by === 'handler' ? cadre(state.handler ?? 'nobody') : move.by];
    };
    const events: CaseEvent[] = [...decide(registration, clerk, caseDecider.initialState)];
    const states: Case[] = [events.reduce(caseDecider.evolve, caseDecider.initialState)];
    for (const move of script) {
      const state = states.at(-1)!;
      const due = nextRung(state);
      // time never passes a rung without its order
      const rung = due && (move.kind === 'rung' || due.at <= now + HALF_HOUR) ? due : undefined;
      const [given, actor] = rung ? [caseProcess.order(rung), SYSTEM] : (wanted(move, state) ?? []);
      if (!given || !actor) continue;
      now = rung ? Math.max(now, rung.at) : now + HALF_HOUR;
      const decided = decide(given, actor, state);
      events.push(...decided);
      states.push(decided.reduce(caseDecider.evolve, state));
    }
    return { states, events };
  };

/** The case after the order of one of its rungs, given at the rung's own instant. */
export const afterOrder = (state: Case, rung: Rung, { people, known }: Pick<World, 'people' | 'known'>): Case =>
  caseDecider
    .decide(caseProcess.order(rung), state, context({ now: rung.at, actor: SYSTEM, pool: people, ...known }))
    .reduce(caseDecider.evolve, state);

/** The handler goes on leave: to this substitute, or whoever else is found. */
export const handOver = (substitute: string): Move =>
  command(({ handler = 'nobody' }) => ({ type: 'HandOverCase', data: { from: handler, substitute } }), SYSTEM);

/** How many handovers a life has had; each left every limit of the case as it was, running or standing still. */
export const handoversKeepLimits = ({ events }: Lived): number => {
  let handovers = 0;
  events.reduce((before, event) => {
    const after = caseDecider.evolve(before, event);
    if (event.type === 'CaseReassigned' && event.data.reason === 'LEAVE') {
      handovers += 1;
      expect(after.clocks).toEqual(expect.arrayContaining([...before.clocks]));
      expect(after.suspended?.paused).toEqual(before.suspended?.paused);
      expect(after.responded).toBe(before.responded);
    }
    return after;
  }, caseDecider.initialState);
  return handovers;
};
