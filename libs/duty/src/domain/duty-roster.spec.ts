import { describe, expect, it } from '@jest/globals';
import { SYSTEM, type Actor, type Instant } from '#kernel';
import { CURRENT_POLICY, type DutyPost } from '#policy';
import { scenario } from '#testing';
import { instantOf, localDayOf } from '#working-time';
import { gapsOf } from './coverage.js';
import { weekOf, type DutyContext, type DutyPerson } from './duty-context.js';
import type { DutyCommand, PublishRoster } from './duty.commands.js';
import type { Shift } from './duty.events.js';
import { dutyRoster } from './duty-roster.js';
import { proposedRoster } from './proposing.js';
import { rosterProcess } from './roster-process.js';
import { publishedBy, requiredDays } from './publishing.js';

const at = (text: string): Instant => instantOf(`2026-${text.replace(' ', 'T')}`);
/** Monday 11 to Sunday 17 May 2026; the Saturday before it is worked. */
const WEEK = '2026-W20';
const { from: begins, to: ends } = weekOf(WEEK);
const director: Actor = { id: 'boss', role: 'CENTRE_DIRECTOR', path: '/county/T01' };

const person = (cadreId: string, fields: Partial<DutyPerson> = {}): DutyPerson => ({
  cadreId,
  roles: ['MEDIATOR'],
  places: ['T01'],
  awaitingPost: false,
  leaves: [],
  certified: { 'STB-03': { from: at('01-01 00:00'), to: at('12-31 24:00') } },
  ...fields,
});
const leader = (cadreId: string): DutyPerson => person(cadreId, { roles: ['DEPUTY_LEADER'], certified: {} });
const instructor = (cadreId: string, fields: Partial<DutyPerson> = {}): DutyPerson =>
  person(cadreId, { roles: ['RESIDENT_INSTRUCTOR'], certified: {}, ...fields });

const shift = (post: DutyPost, cadreId: string, substitute: string, from = begins, to = ends): Shift => ({
  ...{ post, cadreId, substitute, from, to },
});
const LEADERS = shift('LEADER', 'deputy', 'chief');
const MEDIATORS = shift('MEDIATOR', 'anna', 'bai');
const ASSISTANTS = shift('ENTERPRISE_ASSISTANT', 'ning', 'ouyang');
const assistant = (cadreId: string): DutyPerson => person(cadreId, { roles: ['ENTERPRISE_ASSISTANT'], certified: {} });

const PEOPLE = [
  ...[leader('deputy'), leader('chief'), person('anna'), person('bai'), person('chen')],
  ...[assistant('ning'), assistant('ouyang'), instructor('wu')],
];
const context = (fields: Partial<DutyContext> = {}, ...others: readonly DutyPerson[]): DutyContext => ({
  now: at('05-08 09:00'),
  actor: director,
  policy: CURRENT_POLICY,
  place: 'T01',
  week: WEEK,
  people: new Map([...PEOPLE, ...others].map((one) => [one.cadreId, one])),
  ...fields,
});
const publish = (
  shifts: readonly Shift[] = [LEADERS, MEDIATORS, ASSISTANTS],
  onSite: PublishRoster['data']['onSite'] = [],
): PublishRoster => ({ type: 'PublishRoster', data: { shifts, onSite } });
const roster = (fields: Partial<DutyContext> = {}, ...others: readonly DutyPerson[]) =>
  scenario(dutyRoster, context(fields, ...others));
const published = () => roster().after(publish());

describe('a roster is published', () => {
  it('in time until 12:00 of the last working day of the week before, then late but all the same', () => {
    expect(publishedBy(WEEK, CURRENT_POLICY)).toBe(at('05-09 12:00'));
    expect(publishedBy('2026-W19', CURRENT_POLICY)).toBe(at('04-30 12:00'));
    roster({ now: at('05-09 12:00') })
      .when(publish())
      .thenData('RosterPublished', { late: false });
    roster({ now: at('05-09 12:01') })
      .when(publish())
      .thenData('RosterPublished', { late: true });
    roster({ now: ends }).when(publish()).thenRejected('WEEK_OVER');
  });

  it('anew until the week begins, then only swaps change it', () => {
    published().when(publish()).then('RosterPublished');
    published().when(publish(), { now: begins }).thenRejected('ROSTER_LOCKED');
    roster({ now: at('05-12 09:00') })
      .when(publish())
      .then('RosterPublished');
  });

  it('never with an hour that has no leader or mediator, or none who stands in for him', () => {
    const noon = at('05-13 12:00');
    roster()
      .when(publish([LEADERS]))
      .thenRejected('ROSTER_HAS_GAPS', { post: 'MEDIATOR', from: begins, to: ends });
    roster()
      .when(publish([LEADERS, shift('MEDIATOR', 'anna', 'bai', begins, noon)]))
      .thenRejected('ROSTER_HAS_GAPS', { from: noon, to: ends, part: 'HOLDER' });
    roster()
      .when(
        publish([
          LEADERS,
          shift('MEDIATOR', 'anna', 'bai', begins, noon),
          shift('MEDIATOR', 'chen', 'anna', noon, ends),
        ]),
      )
      .then('RosterPublished');
  });

  it('with people of the place who hold the office and the certificate and are there', () => {
    const refusedFor = (fields: Partial<DutyPerson>, code: string) =>
      roster({}, person('bai', fields)).when(publish()).thenRejected(code, { cadreId: 'bai' });
    refusedFor({ places: ['T02', 'county'] }, 'DUTY_ELSEWHERE');
    refusedFor({ certified: {} }, 'DUTY_SKILL_MISSING');
    refusedFor({ certified: { 'STB-03': { from: 0, to: ends - 1 } } }, 'DUTY_SKILL_MISSING');
    refusedFor({ leaves: [{ from: at('05-17 08:30'), to: at('05-18 08:30') }] }, 'DUTY_ON_LEAVE');
    refusedFor({ awaitingPost: true }, 'DUTY_AWAITING_POST');
    roster({}, person('deputy')).when(publish()).thenRejected('DUTY_ROLE_MISSING', { cadreId: 'deputy' });
    roster()
      .when(publish([LEADERS, shift('MEDIATOR', 'anna', 'anna')]))
      .thenRejected('SUBSTITUTE_IS_SELF');
    roster()
      .when(publish([LEADERS, shift('MEDIATOR', 'anna', 'nobody')]))
      .thenRejected('DUTY_PERSON_UNKNOWN');
  });

  it('with the days on site that the pattern, the calendar and leave ask for', () => {
    const days = (...numbers: readonly string[]) => [{ cadreId: 'wu', days: numbers.map((day) => `2026-05-${day}`) }];
    roster()
      .when(publish(undefined, days('11', '12')))
      .thenRejected('ON_SITE_DAYS_TOO_FEW', { required: 3 });
    roster()
      .when(publish(undefined, days('11', '12', '17')))
      .thenData('RosterPublished', { onSite: [{ cadreId: 'wu', required: 3 }] });
    roster()
      .when(publish(undefined, days('11', '12', '18')))
      .thenRejected('DAY_OUTSIDE_WEEK');
    const away = instructor('wu', { leaves: [{ from: at('05-11 08:30'), to: at('05-14 17:30') }] });
    expect(requiredDays(away, WEEK, CURRENT_POLICY)).toBe(1);
    // 1 to 5 May are off, 9 May is worked
    expect(requiredDays(instructor('wu'), '2026-W18', CURRENT_POLICY)).toBe(3);
    expect(requiredDays(instructor('wu'), '2026-W08', CURRENT_POLICY)).toBe(0);
    expect(requiredDays(person('anna'), WEEK, CURRENT_POLICY)).toBe(0);
  });
});

describe('the hours that a roster leaves to nobody', () => {
  it('are those of a post that need not be filled, too', () => {
    expect(gapsOf(CURRENT_POLICY, 'T01', WEEK, [LEADERS, MEDIATORS])).toEqual([
      { post: 'ENTERPRISE_ASSISTANT', from: begins, to: ends, missing: 1, mandatory: false, part: 'HOLDER' },
      { post: 'ENTERPRISE_ASSISTANT', from: begins, to: ends, missing: 1, mandatory: false, part: 'SUBSTITUTE' },
    ]);
    expect(gapsOf(CURRENT_POLICY, 'T01', WEEK, [LEADERS, MEDIATORS, ASSISTANTS])).toEqual([]);
  });

  it('are all hours where nothing is published, and twice as many of the county', () => {
    expect(gapsOf(CURRENT_POLICY, 'T01', WEEK, []).filter(({ mandatory }) => mandatory)).toHaveLength(4);
    expect(gapsOf(CURRENT_POLICY, 'county', WEEK, []).map(({ post, missing }) => [post, missing])).toContainEqual([
      'SAFETY_ASSISTANT',
      2,
    ]);
  });

  it('are those of whoever went on leave after it was published', () => {
    const leaves = [{ from: at('05-13 08:30'), to: at('05-13 17:30') }];
    const gaps = gapsOf(CURRENT_POLICY, 'T01', WEEK, [LEADERS, MEDIATORS, ASSISTANTS], new Map([['anna', { leaves }]]));
    expect(gaps).toMatchObject([{ post: 'MEDIATOR', part: 'HOLDER' }]);
  });
});

describe('a roster that is proposed', () => {
  const proposed = (...people: readonly DutyPerson[]) => proposedRoster(CURRENT_POLICY, 'T01', WEEK, people);

  it('may be published as it is where there are people enough', () => {
    const data = proposed(...PEOPLE);
    roster()
      .when({ type: 'PublishRoster', data })
      .thenData('RosterPublished', {
        onSite: [
          { cadreId: 'ning', required: 1 },
          { cadreId: 'ouyang', required: 1 },
          { cadreId: 'wu', required: 3 },
        ],
      });
    expect(gapsOf(CURRENT_POLICY, 'T01', WEEK, data.shifts)).toEqual([]);
    const mediators = data.shifts.filter(({ post }) => post === 'MEDIATOR').map(({ cadreId }) => cadreId);
    expect(mediators.slice(0, 4)).toEqual(['anna', 'bai', 'chen', 'anna']);
  });

  it('leaves out who is away, and a post for which there is nobody to stand in', () => {
    const away = person('bai', { leaves: [{ from: begins, to: ends }] });
    const { shifts } = proposed(leader('deputy'), person('anna'), away, person('chen'));
    expect(shifts.some(({ post }) => post === 'LEADER')).toBe(false);
    expect(shifts.some(({ cadreId, substitute }) => [cadreId, substitute].includes('bai'))).toBe(false);
  });
});

describe('a swap of duty', () => {
  const swap = (out: string, taker: string): DutyCommand => ({
    type: 'SwapDuty',
    data: { post: 'MEDIATOR', from: begins, out, in: taker },
  });

  it('gives a shift to somebody as fit for it', () => {
    expect(published().when(swap('anna', 'chen')).then('DutySwapped').state().shifts).toContainEqual(
      shift('MEDIATOR', 'chen', 'bai'),
    );
    expect(published().when(swap('bai', 'chen')).state().shifts).toContainEqual(shift('MEDIATOR', 'anna', 'chen'));
    published().when(swap('anna', 'wu')).thenRejected('DUTY_SKILL_MISSING', { cadreId: 'wu', skill: 'STB-03' });
    published().when(swap('anna', 'bai')).thenRejected('SUBSTITUTE_IS_SELF');
    published().when(swap('chen', 'wu')).thenRejected('SHIFT_UNKNOWN');
    published().when(swap('anna', 'chen'), { now: ends }).thenRejected('SHIFT_OVER');
    roster().when(swap('anna', 'chen')).thenRejected('ROSTER_NOT_PUBLISHED');
  });
});

describe('a day on site', () => {
  const wu: Actor = { id: 'wu', role: 'RESIDENT_INSTRUCTOR', path: '/county/T01/T01-V07' };
  const checkIn: DutyCommand = { type: 'CheckIn', data: {} };
  const checkOut: DutyCommand = { type: 'CheckOut', data: {} };
  const settle: DutyCommand = { type: 'SettleRoster', data: {} };
  const onSite = () =>
    roster().after(publish(undefined, [{ cadreId: 'wu', days: ['2026-05-11', '2026-05-12', '2026-05-13'] }]));
  const serve = (number: string): DutyCommand => ({
    type: 'RecordService',
    data: { cadreId: 'wu', day: localDayOf(at(`05-${number} 12:00`)) },
  });
  const day = (number: string, from: string, to: string, week = onSite()) =>
    week
      .after(serve(number), { actor: SYSTEM, now: at(`05-${number} 12:00`) })
      .after(checkIn, { actor: wu, now: at(`05-${number} ${from}`) })
      .after(checkOut, { actor: wu, now: at(`05-${number} ${to}`) });

  it('counts from an arrival by 10:00 to a departure from 16:00 on', () => {
    const week = day('11', '10:00', '16:00');
    day('12', '10:01', '17:00', week);
    day('13', '09:00', '15:59', week);
    week.when(settle, { now: ends }).thenData('RosterSettled', {
      attendance: [{ cadreId: 'wu', required: 3, attended: 1 }],
      calls: { answered: 0, inTime: 0, missed: 0 },
    });
  });

  it('counts only if somebody was served on it', () => {
    const idle = onSite()
      .after(checkIn, { actor: wu, now: at('05-11 09:00') })
      .after(checkOut, { actor: wu, now: at('05-11 16:00') });
    idle.when(settle, { now: ends }).thenData('RosterSettled', {
      attendance: [{ cadreId: 'wu', required: 3, attended: 0 }],
    });
    idle
      .after(serve('11'), { actor: SYSTEM, now: at('05-11 16:30') })
      .when(settle, { now: ends })
      .thenData('RosterSettled', { attendance: [{ cadreId: 'wu', required: 3, attended: 1 }] });
  });

  it('is told once that somebody was served, and not of who has no days there', () => {
    const served = onSite().after(serve('11'), { actor: SYSTEM, now: at('05-11 12:00') });
    served.when(serve('11'), { actor: SYSTEM, now: at('05-11 13:00') }).then();
    const elsewhere: DutyCommand = { type: 'RecordService', data: { cadreId: 'anna', day: localDayOf(begins) } };
    served.when(elsewhere, { actor: SYSTEM, now: at('05-11 13:00') }).then();
  });

  it('begins once, and is not left before it has begun', () => {
    day('11', '09:00', '16:00')
      .when(checkIn, { actor: wu, now: at('05-11 17:00') })
      .then();
    onSite()
      .when(checkOut, { actor: wu, now: at('05-11 17:00') })
      .thenRejected('NOT_CHECKED_IN');
    onSite()
      .when(checkIn, { actor: wu, now: at('05-18 09:00') })
      .thenRejected('NOT_THIS_WEEK');
  });

  it('is settled once the week is over', () => {
    onSite()
      .when(settle, { now: ends - 1 })
      .thenRejected('WEEK_NOT_OVER');
    onSite().after(settle, { now: ends }).when(settle, { now: ends }).then();
  });
});

describe('a call to who is on call', () => {
  const call = { callId: 'c1', cadreId: 'anna', calledAt: at('05-12 22:00') };

  it('is answered in time within half an hour', () => {
    const answer: DutyCommand = { type: 'RecordAnswer', data: call };
    published()
      .when(answer, { now: at('05-12 22:30') })
      .thenData('OnCallAnswered', { inTime: true });
    published()
      .when(answer, { now: at('05-12 22:31') })
      .thenData('OnCallAnswered', { inTime: false });
  });

  it('is in time by the limit of the case that it came from, where that is told', () => {
    const answer = (answeredAt: string): DutyCommand => ({
      type: 'RecordAnswer',
      data: { ...call, answerBy: at('05-12 22:10'), answeredAt: at(answeredAt) },
    });
    const later = { now: at('05-12 23:00') };
    published().when(answer('05-12 22:10'), later).thenData('OnCallAnswered', { inTime: true });
    published().when(answer('05-12 22:11'), later).thenData('OnCallAnswered', { inTime: false });
  });

  it('is told once', () => {
    published()
      .after({ type: 'RecordMiss', data: call }, { now: at('05-12 22:31') })
      .when({ type: 'RecordAnswer', data: call }, { now: at('05-12 22:40') })
      .then();
  });
});

describe('the process of a roster', () => {
  it('settles it at the end of the first working day after the week, once', () => {
    const week = published();
    const agenda = () =>
      rosterProcess.timetable(week.history().reduce(rosterProcess.evolve, rosterProcess.initialState));
    const [rung] = agenda().rungs;
    expect(rung?.at).toBe(at('05-18 17:30'));
    week.when(rosterProcess.order(rung!), { now: at('05-18 17:29') }).thenRejected('NOT_YET_DUE');
    week.after(rosterProcess.order(rung!), { now: at('05-18 17:30') });
    expect(agenda()).toEqual({ stage: 'SETTLED', rungs: [], closed: true });
    week.when(rosterProcess.order(rung!), { now: at('05-18 17:31') }).then();
  });
});
