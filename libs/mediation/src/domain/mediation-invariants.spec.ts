import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CommandRejected, SYSTEM, type Instant } from '#kernel';
import { tries } from '#testing';
import { comingSession } from './mediation-context.js';
import { mediationDecider } from './mediation.decider.js';
import type { MediationCommand } from './mediation.commands.js';
import type { MediationEvent } from './mediation.events.js';
import {
  answer,
  consent,
  context,
  draft,
  end,
  fail,
  offer,
  oral,
  propose,
  record,
  registered,
  schedule,
  seal,
  sign,
  term,
  terminate,
  violence,
} from './mediation.fixture.js';
import type { Mediation } from './mediation.state.js';

const PARTIES = ['li', 'wang'];
const HALF_DAY = 43_200_000;
const WEEK = 14 * HALF_DAY;
const AGREED = term({ dueOn: '2026-12-01' });

/** What hinders a mediation, or comes when nobody asked for it. */
const HINDERING: readonly MediationCommand[] = [
  ...PARTIES.flatMap((party) => [consent(party, false), answer(party, false), terminate(party), sign(party)]),
  ...['bo', 'cai', 'dan'].map(offer),
  schedule('03-18 09:00', { form: 'SEPARATE', parties: ['li'] }),
  record('li'),
  draft(AGREED),
  sign('anna'),
  seal,
  fail,
  violence,
  ...(['TIER_RAISED', 'CONSENT_LAPSED', 'CASE'] as const).map(end),
  propose(),
];
type Move = MediationCommand | number;
/** A number: what the parties and the mediator would do next, one way or another. */
const moves: fc.Arbitrary<readonly Move[]> = fc.array(
  fc.oneof({ weight: 9, arbitrary: fc.nat(5) }, { weight: 1, arbitrary: fc.constantFrom(...HINDERING) }),
  { maxLength: 40, size: 'max' },
);

/** What leads a mediation on from where it is. */
const next = (state: Mediation, choice: number, now: Instant): MediationCommand => {
  const { consented, offered, mediator, draft: written, proposal } = state;
  const silent = proposal?.parties.find((party) => !consented.includes(party));
  if (silent !== undefined) return consent(silent);
  if (offered) return answer(PARTIES.find((party) => !offered.acceptedBy.includes(party))!);
  if (mediator === undefined) return offer('anna');
  const session = comingSession(state);
  if (session && session.startsAt <= now) return record(...session.parties);
  if (session === undefined && (choice === 0 || state.sessions.length === 0)) {
    return { type: 'ScheduleSession', data: { startsAt: now + WEEK, form: 'JOINT', open: false } };
  }
  if (written) return [sign('li'), sign('wang'), sign(mediator), seal][choice % 4]!;
  return choice === 1 ? oral(AGREED) : draft({ ...AGREED, amount: 9_000_000 });
};

interface Lived {
  readonly states: readonly Mediation[];
  readonly events: readonly MediationEvent[];
}

/** A life of one mediation: refused commands leave it as it is, each move takes half a day. */
const live = (script: readonly Move[]): Lived => {
  let { now } = context();
  const decide = (command: MediationCommand, state: Mediation): readonly MediationEvent[] => {
    const named = command.type === 'ProposeMediator' ? command.data.mediatorId : (state.mediator ?? 'anna');
    const actor = command.type === 'EndMediation' ? SYSTEM : context().actor;
    try {
      return mediationDecider.decide(
        command,
        state,
        context({ now, actor, mediator: registered(named), mayName: true }),
      );
    } catch (thrown) {
      if (thrown instanceof CommandRejected) return [];
      throw thrown;
    }
  };
  const events: MediationEvent[] = [];
  const states: Mediation[] = [mediationDecider.initialState];
  for (const move of [propose(), ...script]) {
    const state = states.at(-1)!;
    const decided = decide(typeof move === 'number' ? next(state, move, now) : move, state);
    now += HALF_DAY;
    events.push(...decided);
    states.push(decided.reduce(mediationDecider.evolve, state));
  }
  return { states, events };
};

const holds = (check: (lived: Lived) => void) =>
  fc.assert(
    fc.property(moves, (script) => check(live(script))),
    tries(150),
  );

const before = (events: readonly MediationEvent[], index: number) => events.slice(0, index);
const who = <T extends 'PartyConsented' | 'MediatorAccepted'>(events: readonly MediationEvent[], type: T) =>
  new Set(events.flatMap((event) => (event.type === type ? [event.data.party] : [])));

describe('whatever is done to a mediation', () => {
  it('no session is fixed or held without all consents, a mediator whom all accepted, and rights told', () => {
    holds(({ events }) => {
      events.forEach(({ type }, index) => {
        if (type !== 'SessionScheduled' && type !== 'SessionHeld') return;
        const past = before(events, index);
        expect([...who(past, 'PartyConsented')].sort()).toEqual(PARTIES);
        expect(past.some((event) => event.type === 'MediatorAccepted' && event.data.all)).toBe(true);
        expect([...who(past, 'MediatorAccepted')].sort()).toEqual(PARTIES);
        expect(past.map((event) => event.type)).toContain('RightsInformed');
      });
    });
  });

  it('nothing written has effect without all signatures and the seal under that draft', () => {
    holds(({ events, states }) => {
      events.forEach((event, index) => {
        if (event.type !== 'AgreementEffective') return;
        const drafts = before(events, index).map(({ type }) => type);
        const since = events.slice(drafts.lastIndexOf('AgreementDrafted'), index);
        const signers = since.flatMap((one) => (one.type === 'AgreementSigned' ? [one.data.signer] : []));
        expect(signers).toEqual(expect.arrayContaining([...PARTIES, states.at(-1)!.mediator]));
        expect(since.map(({ type }) => type)).toContain('AgreementSealed');
      });
    });
  });

  it('it has effect once, and nothing follows', () => {
    holds(({ events }) => {
      const ends = [
        'AgreementEffective',
        'OralAgreementReached',
        'MediationFailed',
        'MediationTerminated',
        'ConsentLapsed',
      ];
      const ended = events.filter(({ type }) => ends.includes(type) || type === 'PartyDeclined');
      expect(ended.length).toBeLessThanOrEqual(1);
      if (ended.length > 0) expect([ended[0], remediesAfterRefusal(ended[0]!, events)]).toContain(events.at(-1));
    });
  });

  it('whom people let go without an agreement was told the other ways', () => {
    holds(({ events }) => {
      for (const { type, data } of events) {
        const byPeople = 'by' in data && data.by !== 'system';
        if (!byPeople || !['PartyDeclined', 'MediationFailed', 'MediationTerminated'].includes(type)) continue;
        expect(events.map((one) => one.type)).toContain('RemediesInformed');
      }
    });
  });

  it('sessions are numbered one after the other', () => {
    holds(({ states }) => {
      const numbers = states.at(-1)!.sessions.map(({ session }) => session);
      expect(numbers).toEqual(numbers.map((_, index) => index + 1));
    });
  });

  it('folding its events gives the state it had then, and an unknown event leaves it', () => {
    holds(({ events, states }) => {
      expect(events.reduce(mediationDecider.evolve, mediationDecider.initialState)).toEqual(states.at(-1));
      const unknown = { type: 'MediationFramed', occurredAt: 0, data: {} } as unknown as MediationEvent;
      for (const state of states) expect(mediationDecider.evolve(state, unknown)).toBe(state);
    });
  });
});

const remediesAfterRefusal = (end: MediationEvent, events: readonly MediationEvent[]): MediationEvent | undefined =>
  end.type === 'PartyDeclined' ? events[events.indexOf(end) + 1] : undefined;

describe('the lives that are tried', () => {
  it('come far enough to mean something', () => {
    const reached = new Set<string>();
    fc.assert(
      fc.property(moves, (script) => {
        const { states, events } = live(script);
        states.forEach(({ stage }) => reached.add(stage));
        events.forEach(({ type }) => reached.add(type));
      }),
      tries(200),
    );
    const far = ['PERFORMING', 'DECLINED', 'FAILED', 'TERMINATED', 'AgreementEffective', 'OralAgreementReached'];
    expect(far.filter((one) => !reached.has(one))).toEqual([]);
  });
});
