import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CommandRejected, SYSTEM, type Actor } from '#kernel';
import { tries } from '#testing';
import type { CaseCommand } from './case.commands.js';
import { caseDecider } from './case.decider.js';
import type { CaseEvent } from './case.events.js';
import { caseProcess } from './case-process.js';
import * as given from './case.fixture.js';
import type { Case } from './case.state.js';

/**
 * A case in a clerk's words: where it stands, who has it, how often it came back. Written from `docs/domain.md §5.1` and
 * §5.3 without a look at the decider: what it forbids must be refused, what it demands must be done, and where something is
 * done it knows where the case stands afterwards.
 */
interface Model {
  readonly stage: string;
  readonly round: number;
  readonly handler?: string | undefined;
  readonly out: readonly string[];
  readonly refusals: number;
  readonly answered: boolean;
}
type Says = 'must' | 'may' | 'never';

const HELD = ['ASSIGNED', 'ACKNOWLEDGED', 'IN_PROGRESS'];
const BEFORE_RESULT = ['REGISTERED', 'ACCEPTED', ...HELD];

const says = (model: Model, { type, data }: CaseCommand, by: string): Says => {
  const { stage, round, handler, refusals } = model;
  const only = (allowed: boolean, then: Says = 'must'): Says => (allowed ? then : 'never');
  const his = (wanted: string): boolean => stage === wanted && handler === by;
  switch (type) {
    case 'AcceptCase':
    case 'RejectCase':
      return only(stage === 'REGISTERED');
    case 'AssignCase':
      return only(stage === 'ACCEPTED', 'may');
    case 'Acknowledge':
      return only(his('ASSIGNED'));
    case 'DeclineAssignment':
      return only(his('ASSIGNED') && (data.reason === 'CONFLICT' || refusals < 2));
    case 'RecordFirstResponse':
      return only(his('ACKNOWLEDGED'));
    case 'AddProgress':
    case 'ResolveCase':
      return only(his('IN_PROGRESS'));
    case 'ReassignCase':
      return only(HELD.includes(stage), 'may');
    case 'WithdrawCase':
      return only(BEFORE_RESULT.includes(stage));
    case 'TransferOut':
      return only(BEFORE_RESULT.includes(stage), 'may');
    case 'ConcludeReview':
      return only(stage === 'RESOLVED' && data.round === round);
    case 'ReopenOnLateRating':
      return only(stage === 'CLOSED' && data.round === round, 'may');
    case 'DecideCountyReview':
      return only(stage === 'COUNTY_REVIEW', 'may');
    default:
      throw new Error(`the clerk knows no ${type}`);
  }
};

/** Who declined is left out for the round, who handled it for the next one. */
const back = ({ handler, refusals, ...model }: Model, round: number): Model => ({
  ...{ stage: 'ACCEPTED', round, refusals, answered: false },
  out: [...(round === model.round ? model.out : []), ...(handler === undefined ? [] : [handler])],
});

/** @param got who has it now, which only the assignment can say */
const after = (model: Model, { type, data }: CaseCommand, got: string | undefined): Model => {
  const at = (stage: string): Model => ({ ...model, stage });
  switch (type) {
    case 'AcceptCase':
      return at('ACCEPTED');
    case 'RejectCase':
      return at('REJECTED');
    case 'AssignCase':
    case 'ReassignCase':
      return { ...at('ASSIGNED'), handler: got };
    case 'Acknowledge':
      return at(model.answered ? 'IN_PROGRESS' : 'ACKNOWLEDGED');
    case 'DeclineAssignment':
      return {
        ...back(model, model.round),
        answered: model.answered,
        refusals: model.refusals + (data.reason === 'CONFLICT' ? 0 : 1),
      };
    case 'RecordFirstResponse':
      return { ...at('IN_PROGRESS'), answered: true };
    case 'ResolveCase':
      return at('RESOLVED');
    case 'WithdrawCase':
      return at('WITHDRAWN');
    case 'TransferOut':
      return at('TRANSFERRED_OUT');
    case 'ConcludeReview':
      if (data.rating === undefined || data.rating > 2) return at('CLOSED');
      return model.round === 1 ? back(model, 2) : at('COUNTY_REVIEW');
    case 'ReopenOnLateRating':
      return model.round === 1 ? back(model, 2) : at('COUNTY_REVIEW');
    case 'DecideCountyReview':
      return data.verdict === 'REDO' ? back(model, 3) : at('CLOSED');
    default:
      return model;
  }
};

const PEOPLE = given.pool(
  ...['anna', 'bo', 'cai', 'dan'].map((id) => given.candidate(id)),
  given.candidate('boss', { roles: ['CENTRE_DIRECTOR'], certificates: {} }),
  given.candidate('kim', { townshipId: null, unit: 'K-MEDIATION' }),
);
const { director, resident, panelist, deputy } = given;
const panel = ['panel1', 'panel2', 'panel3'];

type By = Actor | 'handler' | 'onlooker';
const ACTS: readonly (readonly [CaseCommand, By])[] = [
  [given.accept(), director],
  [{ type: 'RejectCase', data: { reason: 'NOT_IN_REMIT', guidance: 'the court' } }, director],
  [given.assign, director],
  [given.acknowledge, 'handler'],
  [given.acknowledge, 'onlooker'],
  [{ type: 'DeclineAssignment', data: { reason: 'OVERLOAD' } }, 'handler'],
  [{ type: 'DeclineAssignment', data: { reason: 'CONFLICT' } }, 'handler'],
  [given.respond, 'handler'],
  [{ type: 'AddProgress', data: { note: 'on it' } }, 'handler'],
  [given.resolve, 'handler'],
  [given.resolve, 'onlooker'],
  [{ type: 'ReassignCase', data: { reason: 'DIRECTOR' } }, director],
  [{ type: 'ReassignCase', data: { reason: 'ORDER', cadreId: 'cai' } }, deputy],
  [{ type: 'WithdrawCase', data: { reason: 'settled' } }, resident],
  [{ type: 'TransferOut', data: { body: 'court', note: '' } }, director],
  ...[1, 2, 3].flatMap((round) =>
    [undefined, 1, 2, 4].map(
      (rating) =>
        [{ type: 'ConcludeReview', data: { round, ...(rating !== undefined && { rating }) } }, SYSTEM] as const,
    ),
  ),
  ...[1, 2, 3].map((round) => [{ type: 'ReopenOnLateRating', data: { round, rating: 1 } }, SYSTEM] as const),
  ...(['REDO', 'UPHELD'] as const).map(
    (verdict) =>
      [
        { type: 'DecideCountyReview', data: { verdict, panel, reason: 'weighed', remediesTold: true } },
        panelist,
      ] as const,
  ),
];

/** What leads a life on; declining, passing on and giving up come by chance. */
const ONWARD: readonly CaseCommand['type'][] = [
  ...(['AcceptCase', 'AssignCase', 'Acknowledge', 'RecordFirstResponse', 'AddProgress', 'ResolveCase'] as const),
  ...(['ConcludeReview', 'ReopenOnLateRating', 'DecideCountyReview'] as const),
];
const leads = ({ type }: CaseCommand): boolean => ONWARD.includes(type);

const decided = (command: CaseCommand, state: Case, now: number, actor: Actor): readonly CaseEvent[] => {
  try {
    return caseDecider.decide(command, state, given.context({ now, actor, pool: PEOPLE }));
  } catch (error) {
    if (error instanceof CommandRejected) return [];
    throw error;
  }
};

const fits = ({ stage, round, handler }: Case, model: Model): void => {
  expect([stage, round]).toEqual([model.stage, model.round]);
  if (HELD.includes(stage)) expect(handler).toBe(model.handler);
};

it('a case does what a clerk who knows the specification expects of it, whatever is done to it', () => {
  const done = new Map<string, number>();
  // most of what is tried leads on: a life of pure chance comes nowhere
  const act = fc.oneof(
    { weight: 6, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.constantFrom(...ACTS) },
  );
  const lives = fc.array(fc.tuple(act, fc.nat(1_000)), { maxLength: 40, size: 'max' });
  fc.assert(
    fc.property(lives, (script) => {
      let now = given.context().now;
      const events: CaseEvent[] = [...decided(given.register(), caseDecider.initialState, now, given.clerk)];
      let state = events.reduce(caseDecider.evolve, caseDecider.initialState);
      let model: Model = { stage: 'REGISTERED', round: 1, out: [], refusals: 0, answered: false };
      const states = [state];
      const hear = (news: readonly CaseEvent[]): void => {
        events.push(...news);
        for (const event of news) states.push((state = caseDecider.evolve(state, event)));
      };
      for (const [chosen, chance] of script) {
        now += 600_000;
        const rung = caseProcess.timetable(state).rungs.toSorted((one, other) => one.at - other.at)[0];
        if (rung && rung.at <= now) {
          const before = state.handler;
          hear(decided(caseProcess.order(rung), state, rung.at, SYSTEM));
          // time may pass a case on that nobody took; nothing else changes by waiting
          if (model.stage === 'ASSIGNED' && state.handler !== before) model = { ...model, handler: state.handler };
          fits(state, model);
        }
        const leading = ACTS.filter(
          ([command]) => leads(command) && says(model, command, model.handler ?? '') !== 'never',
        );
        const [command, by] = chosen ?? leading[chance % Math.max(leading.length, 1)] ?? ACTS[0]!;
        const actor = by === 'handler' ? given.cadre(model.handler ?? 'nobody') : by;
        const who = actor === 'onlooker' ? given.cadre('onlooker') : actor;
        const expected = says(model, command, who.id);
        const news = decided(command, state, now, who);
        const what = `${command.type} at ${model.stage} in round ${model.round} by ${who.id}`;
        if (expected === 'must') expect([what, news.length > 0]).toEqual([what, true]);
        if (expected === 'never') expect([what, news]).toEqual([what, []]);
        if (news.length === 0) continue;
        done.set(command.type, (done.get(command.type) ?? 0) + 1);
        hear(news);
        model = after(model, command, state.handler);
        if (command.type === 'AssignCase' || command.type === 'ReassignCase')
          expect(model.out).not.toContain(state.handler);
        fits(state, model);
      }
      // any part of the story tells the state there was
      events.forEach((_, index) => {
        const told = events.slice(0, index + 1).reduce(caseDecider.evolve, caseDecider.initialState);
        if (index % 7 === 0 || index === events.length - 1) expect(told).toEqual(states[index]);
      });
    }),
    tries(1_000),
  );
  const untried = ACTS.map(([{ type }]) => type).filter((type) => !done.has(type));
  expect([...new Set(untried)]).toEqual([]);
}, 120_000);
