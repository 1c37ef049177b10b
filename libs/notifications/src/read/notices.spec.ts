import { describe, expect, it } from '@jest/globals';
import type { AnyEvent } from '#kernel';
import type { CadreEvent } from '#cadres/domain';
import type { CaseStep, WaitingStep } from '#cases/domain';
import { render } from '#notifications/domain';
import { at, cases, SIGNS, accept, director, register } from '../../../cases/src/domain/case.fixture.js';
import { disputes, due } from '../../../cases/src/domain/dispute.fixture.js';
import { followUp, mediations, term } from '../../../mediation/src/domain/mediation.fixture.js';
import { PEOPLE } from '../told-county.fixture.js';
import type { CaseFacts } from './case-facts.js';
import type { MediationFacts } from './mediation-notices.js';
import { noticesOf, type NoticeMemory } from './notices.js';
import { People } from './people.js';

class Memory implements NoticeMemory {
  readonly people = new People();
  private readonly cases = new Map<string, CaseFacts>();
  private readonly mediations = new Map<string, MediationFacts>();

  caseFacts(caseId: string): CaseFacts | undefined {
    return this.cases.get(caseId);
  }
  keepCase(facts: CaseFacts): void {
    this.cases.set(facts.caseId, facts);
  }
  mediationFacts(mediationId: string): MediationFacts | undefined {
    return this.mediations.get(mediationId);
  }
  keepMediation(mediationId: string, facts: MediationFacts): void {
    this.mediations.set(mediationId, facts);
  }
  keepCadre(): void {}
  keepPreferences(): void {}
}

type Streams = Readonly<Record<string, readonly AnyEvent[]>>;

/** What was told of the events, in order: `EventType recipient channels text`. */
const told = (streams: Streams, people: Readonly<Record<string, CadreEvent>> = PEOPLE): string[] => {
  const memory = new Memory();
  for (const [stream, event] of Object.entries(people)) noticesOf(stream, event, memory);
  return Object.entries(streams).flatMap(([stream, events]) =>
    events.flatMap((event) =>
      noticesOf(stream, event, memory).notices.map(
        ({ recipient, channels, message, outside, pace }) =>
          `${event.type} ${recipient} ${channels.join('+')} ${message.text}` +
          (outside ? ` | ${outside.text}` : '') +
          (pace === 'AT_ONCE' ? ' at once' : ''),
      ),
    ),
  );
};
const ofCase = (walk: { history(): readonly AnyEvent[] }): string[] => told({ 'case-c1': walk.history() });
const last = (lines: string[], type: string): string[] => lines.filter((line) => line.startsWith(type));

/** A case at which nobody does anything: the rungs of a step, one after the other. */
const untouched = (step: 'accept' | 'ack', ...levels: readonly string[]) => {
  let walk = step === 'accept' ? cases.registered() : cases.assigned();
  for (const level of levels) {
    const rung = due(walk.state().clocks, step, level);
    walk = walk.after(rung.command, { now: rung.now });
  }
  return walk;
};

describe('a case tells', () => {
  it('its handler and its resident of a limit that the new calendar moves', () => {
    const walk = cases.inProgress();
    const [clock] = walk.state().clocks;
    const to = at('03-19 17:30');
    const events = (steps: readonly CaseStep[]): AnyEvent[] => [
      ...walk.history(),
      {
        type: 'DueTimeRecomputed',
        occurredAt: at('03-10 09:00'),
        data: {
          calendarVersion: 4,
          moved: steps.map((step) => ({ step, from: clock!.dueAt, to })),
          paused: [],
          clocks: [],
        },
      },
    ];
    expect(last(told({ 'case-c1': events(['resolve']) }), 'DueTimeRecomputed')).toEqual([
      'DueTimeRecomputed party:li SMS resident.moved',
      'DueTimeRecomputed cadre:anna INBOX step.moved',
    ]);
    expect(last(told({ 'case-c1': events(['tierBudget']) }), 'DueTimeRecomputed')).toEqual([]);
  });

  it('its resident that it was registered and taken up, and whom to ring up', () => {
    expect(ofCase(cases.assigned())).toEqual([
      'CaseRegistered party:li SMS resident.registered',
      'CaseAccepted party:li SMS resident.accepted',
      'CaseAssigned cadre:anna INBOX case.assigned',
      'CaseAssigned party:li SMS resident.assigned',
    ]);
  });

  it('who brought it, and not whom it is about', () => {
    const about = { partyId: 'zhao', side: 'RESPONDENT', vulnerable: false } as const;
    const brought = { ...about, partyId: 'li', side: 'REPORTER' } as const;
    expect(ofCase(cases.registered({ typeCode: 'REQ-ENV', parties: [about, brought] }))).toEqual([
      'CaseRegistered party:li SMS resident.registered',
    ]);
  });

  it('its handler what a leader orders', () => {
    const ordered: AnyEvent = {
      type: 'EscalationActionTaken',
      occurredAt: 0,
      data: { step: 'respond', action: 'ORDER', by: 'deputy', reason: '', clocks: [] },
    };
    expect(last(told({ 'case-c1': [...cases.acknowledged().history(), ordered] }), 'EscalationActionTaken')).toEqual([
      'EscalationActionTaken cadre:anna INBOX step.ordered',
    ]);
  });

  it('nobody of a risk that is none, and the leader at once of a grave one', () => {
    expect(last(ofCase(cases.accepted()), 'RiskAssessed')).toEqual([]);
    const grave = cases.registered().after(accept({ ...SIGNS, weapon: true }), { actor: director });
    expect(last(ofCase(grave), 'RiskAssessed')).toEqual([
      'RiskAssessed cadre:deputy INBOX+CALL risk.assessed at once',
      'RiskAssessed cadre:super INBOX+CALL risk.assessed at once',
      'RiskAssessed group:T01 ROBOT group.risk at once',
    ]);
  });

  it('the director of a step without handler, then the leader, then the chief and the county', () => {
    expect(ofCase(untouched('accept', 'WARN', 'E1', 'E2', 'E3')).slice(1)).toEqual([
      'StepWarned cadre:boss INBOX step.warned',
      'StepOverdue cadre:boss INBOX step.overdue',
      'StepOverdue group:T01-RURAL_GUIDANCE ROBOT group.overdue',
      'CaseEscalated cadre:deputy INBOX+SMS step.e2',
      'CaseEscalated group:T01 ROBOT group.escalated',
      'CaseEscalated cadre:chief INBOX+SMS step.e3',
      'CaseEscalated cadre:super INBOX+SMS step.e3',
      'CaseEscalated group:T01 ROBOT group.escalated',
      'CaseEscalated group:K-SUPERVISION ROBOT group.escalated',
    ]);
  });

  it('both the one who let it lie and the one who has it now', () => {
    expect(last(ofCase(untouched('ack', 'WARN', 'E1')), 'CaseReassigned')).toEqual([
      'CaseReassigned cadre:bo INBOX case.assigned',
      'CaseReassigned party:li SMS resident.assigned',
      'CaseReassigned cadre:anna INBOX case.takenOver',
    ]);
  });
});

describe('an urgent case', () => {
  it('calls its handler, at any time', () => {
    const urgent = cases.accepted({ typeCode: 'REQ-SAF' });
    const handled: AnyEvent = {
      type: 'CaseAssigned',
      occurredAt: at('03-09 23:00'),
      data: { handler: 'anna', coHandlers: ['bo'], clocks: [], by: 'director' },
    };
    expect(last(told({ 'case-c1': [...urgent.history(), handled] }), 'CaseAssigned')).toEqual([
      'CaseAssigned cadre:anna INBOX+CALL case.assigned.noAck at once',
      'CaseAssigned cadre:bo INBOX case.coHandler at once',
      'CaseAssigned party:li SMS resident.assigned at once',
    ]);
  });
});

it('the telling of a danger is pressing in any case, at night too', () => {
  const grave = cases.registered().after(accept({ ...SIGNS, weapon: true }), { actor: director });
  const missed = due(grave.state().clocks, 'tellLeader', 'E1');
  expect(last(ofCase(grave.after(missed.command, { now: missed.now })), 'StepOverdue')).toEqual([
    'StepOverdue cadre:boss INBOX step.overdue at once',
    'StepOverdue cadre:deputy INBOX step.overdue at once',
    'StepOverdue group:T01-RURAL_GUIDANCE ROBOT group.overdue at once',
    'StepOverdue group:T01 ROBOT group.overdue at once',
  ]);
});

it('a danger at which nobody looked in time is told to whom its event names', () => {
  const missed: AnyEvent = {
    type: 'RiskCheckMissed',
    occurredAt: 0,
    data: { level: 'YELLOW', dueAt: 0, to: [{ role: 'CENTRE_DIRECTOR', unit: 'T01-RURAL_GUIDANCE' }] },
  };
  expect(last(told({ 'case-c1': [...cases.accepted().history(), missed] }), 'RiskCheckMissed')).toEqual([
    'RiskCheckMissed cadre:boss INBOX risk.checkMissed',
  ]);
});

it('every step that climbs a ladder has words', () => {
  const owed: Record<Exclude<CaseStep, WaitingStep>, true> = {
    ...{ accept: true, assign: true, ack: true, respond: true, resolve: true, review: true, countyReview: true },
    ...{ police: true, tellLeader: true, tellCounty: true, transferReceipt: true },
    ...{ notice: true, delivery: true, reExamination: true, finalReview: true },
  };
  const nobody = { cadre: () => undefined, phone: () => undefined };
  for (const step of Object.keys(owed))
    expect(render({ text: 'step.reminded', params: { step } }, 'zh', nobody)).not.toContain(step);
});

describe('what is secret', () => {
  const handled = (typeCode: string): AnyEvent[] => [
    ...cases.accepted({ typeCode }).history(),
    { type: 'CaseAssigned', occurredAt: 0, data: { handler: 'anna', coHandlers: [], clocks: [], by: 'director' } },
  ];
  const rung = (to: readonly object[]): AnyEvent => ({
    type: 'CaseEscalated',
    occurredAt: 0,
    data: { step: 'respond', round: 1, attempt: 1, level: 'E2', because: 'OVERDUE', clocks: [], to },
  });

  it('is told outside by its number where it is confidential, without it where it is sealed', () => {
    const deputy = rung([{ role: 'DEPUTY_LEADER', unit: 'T01' }]);
    expect(last(told({ 'case-c1': [...handled('SRV-FIN'), deputy] }), 'CaseEscalated')).toEqual([
      'CaseEscalated cadre:deputy INBOX+SMS step.e2.noAction | outside.confidential',
      'CaseEscalated group:T01 ROBOT group.confidential',
    ]);
    expect(last(told({ 'case-c1': [...handled('PET-CAD'), deputy] }), 'CaseEscalated')).toEqual([
      'CaseEscalated cadre:deputy INBOX+SMS step.e2.noAction | outside.sealed',
    ]);
  });

  it('tells the resident of a sealed case to look it up, and nothing else', () => {
    expect(told({ 'case-c1': handled('PET-CAD') }).filter((line) => line.includes('party:'))).toEqual([
      'CaseRegistered party:li SMS resident.checkCode',
      'CaseAccepted party:li SMS resident.checkCode',
      'CaseAssigned party:li SMS resident.checkCode',
    ]);
  });

  it('rings nobody at home where there is violence, and nobody who wished to stay unnamed', () => {
    expect(told({ 'case-c1': handled('RPT-DOM') }).filter((line) => line.includes('party:'))).toEqual([]);
    const unnamed = cases.registered({ typeCode: 'RPT-GMB', anonymous: true });
    expect(ofCase(unnamed)).toEqual([]);
  });

  it('never reaches the target of a complaint or his centre: it goes one level up', () => {
    const complaint = { targets: ['anna'], centres: ['T01-RURAL_GUIDANCE'] };
    const about = cases
      .none()
      .after(register({ typeCode: 'REQ-ENV', complaint }))
      .history();
    const to = [{ cadreId: 'anna' }, { role: 'CENTRE_DIRECTOR', unit: 'T01-RURAL_GUIDANCE' }];
    expect(last(told({ 'case-c1': [...about, rung(to)] }), 'CaseEscalated')[0]).toContain('cadre:deputy');
    const overdue: AnyEvent = { ...rung(to), type: 'StepOverdue' };
    expect(told({ 'case-c1': [...about, overdue] }).filter((line) => line.includes('group:'))).toEqual([]);
    const kin: CadreEvent = { type: 'KinDeclared', occurredAt: 0, data: { cadreId: 'deputy', partyId: 'person-anna' } };
    const lines = told({ 'cadre-deputy': [kin], 'case-c1': [...about, rung(to)] });
    expect(last(lines, 'CaseEscalated')[0]).toContain('cadre:chief');
  });
});

describe('a mediation tells its parties', () => {
  const ofMediation = (walk: { history(): readonly AnyEvent[] }): string[] =>
    told({ 'case-c1': disputes.inMediation().history(), 'mediation-c1-1': walk.history() });

  it('when they meet, and what they agreed on', () => {
    const lines = ofMediation(mediations.agreedOrally(term()));
    expect(last(lines, 'SessionScheduled')).toEqual([
      'SessionScheduled party:li SMS resident.session',
      'SessionScheduled party:wang SMS resident.session',
    ]);
    expect(last(lines, 'OralAgreementReached')).toHaveLength(2);
  });

  it('whose turn it is to perform, with the mediator beside, and what is left when it is broken', () => {
    const urged = mediations.agreedOrally(term()).after(followUp('URGE', '03-20 17:30'), { now: at('03-20 17:30') });
    expect(last(ofMediation(urged), 'PerformanceUrged')).toEqual([
      'PerformanceUrged cadre:anna INBOX performance.urged',
      'PerformanceUrged party:wang SMS resident.performanceUrged',
    ]);
    const broken = urged.after(followUp('BREACH', '03-27 17:30'), { now: at('03-27 17:30') });
    const lines = ofMediation(broken);
    expect(last(lines, 'AgreementBreached')).toEqual(['AgreementBreached cadre:anna INBOX agreement.breached']);
    expect(last(lines, 'RemediesInformed')).toEqual([
      'RemediesInformed party:li SMS resident.remedies',
      'RemediesInformed party:wang SMS resident.remedies',
    ]);
  });
});

describe('those who serve are told', () => {
  it('of the leave in which they stand in', () => {
    const leave: CadreEvent = {
      type: 'LeaveApproved',
      occurredAt: 0,
      data: { cadreId: 'anna', leaveId: 'l1', from: 0, to: 1, substitute: 'bo' },
    };
    expect(told({ 'cadre-anna': [leave] })).toEqual(['LeaveApproved cadre:bo INBOX leave.substitute']);
  });

  it('as head of a unit, that the mediation of somebody on leave needs another', () => {
    const unmet: CadreEvent = {
      type: 'HandoverUnmet',
      occurredAt: 0,
      data: {
        ...{ cadreId: 'anna', leaveId: 'l1', task: { kind: 'MEDIATION', caseId: 'c1', mediationId: 'c1-1' } },
        to: [{ role: 'CENTRE_DIRECTOR', unit: 'T01-RURAL_GUIDANCE' }],
      },
    };
    const lines = told({ 'case-c1': disputes.inMediation().history(), 'cadre-anna': [unmet] });
    expect(last(lines, 'HandoverUnmet')).toEqual(['HandoverUnmet cadre:boss INBOX handover.unmet']);
  });

  it('of the roster, each of them once', () => {
    const shift = { post: 'MEDIATOR', from: 0, to: 1, cadreId: 'anna', substitute: 'bo' } as const;
    const published: AnyEvent = {
      type: 'RosterPublished',
      occurredAt: 0,
      data: { place: 'T01', week: '2026-W11', shifts: [shift, shift], onSite: [{ cadreId: 'bo' }] },
    };
    expect(told({ 'duty-roster-T01-2026-W11': [published] })).toEqual([
      'RosterPublished cadre:anna INBOX roster.published',
      'RosterPublished cadre:bo INBOX roster.published',
    ]);
  });
});

it('what a step speaks of is over once the step is done', () => {
  const memory = new Memory();
  const over = cases
    .assigned()
    .history()
    .map((event) => noticesOf('case-c1', event, memory).over?.steps);
  expect(over).toEqual([[], ['accept'], [], ['assign']]);
});
