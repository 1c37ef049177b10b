import { CommandRejected, fold, type AnyCommand, type AnyEvent, type Context, type Decider } from '#kernel';
import { expect } from '@jest/globals';

/** Given these events, when this command, then those events or that refusal. */
export const scenario = <State, C extends AnyCommand, E extends AnyEvent, Ctx extends Context>(
  decider: Decider<State, C, E, Ctx>,
  context: Ctx,
) => {
  const history: E[] = [];
  let outcome: { readonly events: readonly E[] } | { readonly refusal: CommandRejected } = { events: [] };
  const steps = {
    given(...events: readonly E[]) {
      history.push(...events);
      return steps;
    },
    /** Commands that succeeded before; each decided in its own context where one is given. */
    after(command: C, at: Partial<Ctx> = {}) {
      history.push(...decider.decide(command, fold(decider, history), { ...context, ...at }));
      return steps;
    },
    when(command: C, at: Partial<Ctx> = {}) {
      try {
        outcome = { events: decider.decide(command, fold(decider, history), { ...context, ...at }) };
      } catch (thrown) {
        if (!(thrown instanceof CommandRejected)) throw thrown;
        outcome = { refusal: thrown };
      }
      return steps;
    },
    then(...types: readonly E['type'][]) {
      if ('refusal' in outcome) throw outcome.refusal;
      expect(outcome.events.map(({ type }) => type)).toEqual(types);
      return steps;
    },
    thenData(type: E['type'], data: object) {
      if ('refusal' in outcome) throw outcome.refusal;
      expect(outcome.events.find((event) => event.type === type)?.data).toMatchObject(data);
      return steps;
    },
    thenRejected(code: string, detail: object = {}) {
      expect('refusal' in outcome ? outcome.refusal : outcome).toMatchObject({ code, detail });
      return steps;
    },
    /** Everything that was given, and what came of the commands before. */
    history: (): readonly E[] => history,
    state: () => fold(decider, 'events' in outcome ? [...history, ...outcome.events] : history),
    events: () => ('events' in outcome ? outcome.events : []),
  };
  return steps;
};
