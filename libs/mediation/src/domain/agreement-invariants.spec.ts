import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CommandRejected, SYSTEM, type Instant, type Rung } from '#kernel';
import { tries } from '#testing';
import { addDays, localDayOf } from '#working-time';
import { agreementProcess } from './agreement-process.js';
import { mediationDecider } from './mediation.decider.js';
import type { MediationCommand } from './mediation.commands.js';
import type { MediationEvent } from './mediation.events.js';
import { apply, at, context, courtResult, mediations, perform, term } from './mediation.fixture.js';
import type { Mediation } from './mediation.state.js';

const HALF_DAY = 43_200_000;
const AGREED_AT = at('03-12 17:00');
const YEARS = 4 * 365;

/** A number: half days that pass. */
type Move = MediationCommand | number;
interface Life {
  readonly written: boolean;
  /** Days until each term is due. */
  readonly terms: readonly number[];
  /** Orders come when they are due, or only when somebody moves again: Temporal was down. */
  readonly punctual: boolean;
  readonly moves: readonly Move[];
}

const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: 1, max: 30 }) },
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 3 }).map((number) => perform(number)) },
  { weight: 1, arbitrary: fc.constantFrom(apply('li', 'wang'), apply('li'), courtResult(true), courtResult(false)) },
);
const lives: fc.Arbitrary<Life> = fc.record({
  written: fc.boolean(),
  terms: fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 3 }),
  punctual: fc.boolean(),
  moves: fc.array(move, { maxLength: 30, size: 'max' }),
});

interface Lived {
  readonly states: readonly Mediation[];
  readonly events: readonly MediationEvent[];
  readonly issued: readonly Rung[];
  /** As it stands when years have passed and nobody has moved. */
  readonly end: Mediation;
}

const live = ({ written, terms: days, punctual, moves }: Life): Lived => {
  const terms = days.map((n, index) =>
    term({ term: index + 1, dueOn: addDays(localDayOf(AGREED_AT), n), obligor: index === 1 ? 'li' : 'wang' }),
  );
  const begun = written ? mediations.agreedInWriting(terms) : mediations.agreedOrally(...terms);
  const events: MediationEvent[] = [];
  const states = [begun.state()];
  const issued: Rung[] = [];
  let now: Instant = AGREED_AT;
  const give = (command: MediationCommand): void => {
    const actor = command.type === 'FollowUpAgreement' ? SYSTEM : context().actor;
    try {
      const decided = mediationDecider.decide(command, states.at(-1)!, context({ now, actor }));
      events.push(...decided);
      states.push(decided.reduce(mediationDecider.evolve, states.at(-1)!));
    } catch (thrown) {
      if (!(thrown instanceof CommandRejected)) throw thrown;
    }
  };
  const pass = (to: Instant): void => {
    for (;;) {
      const [rung] = [...agreementProcess.timetable(states.at(-1)!).rungs].sort((one, other) => one.at - other.at);
      if (!rung || rung.at > to) break;
      now = punctual ? Math.max(now, rung.at) : to;
      issued.push(rung);
      give(agreementProcess.order(rung));
    }
    now = to;
  };
  for (const one of moves) {
    if (typeof one === 'number') pass(now + one * HALF_DAY);
    else give(dated(one, now));
  }
  const lived = { states: [...states], events: [...events], issued: [...issued] };
  pass(now + YEARS * HALF_DAY);
  return { ...lived, end: states.at(-1)! };
};

/** On the day it is written down. */
const dated = (command: MediationCommand, now: Instant): MediationCommand =>
  command.type === 'RecordPerformance'
    ? { ...command, data: { ...command.data, performedOn: localDayOf(now) } }
    : command;

const holds = (check: (lived: Lived) => void) =>
  fc.assert(
    fc.property(lives, (life) => check(live(life))),
    tries(200),
  );

const of = <Type extends MediationEvent['type']>(events: readonly MediationEvent[], type: Type) =>
  events.filter((event): event is Extract<MediationEvent, { type: Type }> => event.type === type);

describe('whatever becomes of an agreement', () => {
  it('each term is urged once at most, when it is due, and not once it was performed', () => {
    holds(({ events, states: [first] }) => {
      const urged = of(events, 'PerformanceUrged');
      expect(new Set(urged.map(({ data }) => data.term)).size).toBe(urged.length);
      urged.forEach((event) => {
        const { dueAt } = first!.agreement!.terms.find((one) => one.term === event.data.term)!;
        expect(event.occurredAt).toBe(dueAt);
        const before = events.slice(0, events.indexOf(event));
        expect(of(before, 'TermPerformed').map(({ data }) => data.term)).not.toContain(event.data.term);
      });
    });
  });

  it('only what was urged in vain breaks it, and then the parties hear where they can go', () => {
    holds(({ events }) => {
      of(events, 'AgreementBreached').forEach((event) => {
        const before = events.slice(0, events.indexOf(event));
        const performed = of(before, 'TermPerformed').map(({ data }) => data.term);
        event.data.terms.forEach((number) => {
          const urged = of(before, 'PerformanceUrged').find(({ data }) => data.term === number);
          expect(urged?.data.due.at).toBeLessThanOrEqual(event.occurredAt);
          expect(performed).not.toContain(number);
        });
        expect(event.data.terms.length).toBeGreaterThan(0);
        expect(events[events.indexOf(event) + 1]?.type).toBe('RemediesInformed');
      });
    });
  });

  it('it is fulfilled or broken once: fulfilled when all was performed before it was broken', () => {
    holds(({ events, states }) => {
      const outcomes = [...of(events, 'AgreementFulfilled'), ...of(events, 'AgreementBreached')];
      expect(outcomes.length).toBeLessThanOrEqual(1);
      const { agreement, stage } = states.at(-1)!;
      const all = agreement!.terms.every((one) => one.stage === 'PERFORMED');
      if (outcomes[0]?.type !== 'AgreementBreached') expect(outcomes.length).toBe(all ? 1 : 0);
      expect(stage).toBe(agreement!.outcome ?? 'PERFORMING');
    });
  });

  it('the court is asked by all and decides once', () => {
    holds(({ events }) => {
      const results = [...of(events, 'ConfirmationGranted'), ...of(events, 'ConfirmationRefused')];
      expect(results.length).toBeLessThanOrEqual(of(events, 'ConfirmationApplied').length);
      of(events, 'ConfirmationApplied').forEach(({ data }) => expect(data.parties).toEqual(['li', 'wang']));
      if (of(events, 'ConfirmationWindowClosed').length > 0) expect(of(events, 'ConfirmationApplied')).toEqual([]);
    });
  });

  it('what it waits for ends, and is not begun again', () => {
    holds(({ states, end }) => {
      const closed = states.map((state) => agreementProcess.timetable(state).closed);
      expect(closed.lastIndexOf(false)).toBeLessThanOrEqual(closed.includes(true) ? closed.indexOf(true) : Infinity);
      expect(agreementProcess.timetable(end)).toMatchObject({ rungs: [], closed: true });
      expect(end.agreement!.outcome).toBeDefined();
    });
  });

  it('an order that comes again, or too late, changes nothing', () => {
    holds(({ states, issued }) => {
      const now = AGREED_AT + YEARS * HALF_DAY;
      for (const rung of issued)
        expect(mediationDecider.decide(agreementProcess.order(rung), states.at(-1)!, context({ now }))).toEqual([]);
    });
  });

  it('folding its events gives the state it had then', () => {
    holds(({ events, states }) => {
      expect(events.reduce(mediationDecider.evolve, states[0]!)).toEqual(states.at(-1));
    });
  });
});

describe('the lives that are tried', () => {
  it('come far enough to mean something', () => {
    const reached = new Set<string>();
    fc.assert(
      fc.property(lives, (life) => live(life).events.forEach(({ type }) => reached.add(type))),
      tries(200),
    );
    const far = ['TermPerformed', 'PerformanceUrged', 'AgreementFulfilled', 'AgreementBreached', 'ConfirmationApplied'];
    const court = ['ConfirmationReminded', 'ConfirmationWindowClosed', 'ConfirmationGranted', 'ConfirmationRefused'];
    expect([...far, ...court].filter((one) => !reached.has(one))).toEqual([]);
  });
});
