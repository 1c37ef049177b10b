import { describe, expect, it } from '@jest/globals';
import { fold } from '#kernel';
import { CURRENT_POLICY, profileOf, withPromises } from '#policy';
import { scenario } from '#testing';
import { instantOf, type Limit } from '#working-time';
import { orgUnit, type OrgUnit } from './org-unit.js';
import { serviceCommitments, type PublishCommitment, type ServiceCommitmentContext } from './service-commitment.js';

const now = instantOf('2026-03-09T09:00');
const leader = { id: 'deputy', role: 'DEPUTY_LEADER', path: '/county/T01' };
const unit = (kind: 'TOWNSHIP' | 'CENTRE'): OrgUnit => ({
  ...orgUnit.initialState,
  stage: 'ACTIVE',
  unitId: 'T01',
  path: '/county/T01',
  profile:
    kind === 'CENTRE'
      ? { kind, centre: 'GENERAL_OFFICE' }
      : { kind, seat: 'TOWN', villageCount: 20, leadingIndustries: [] },
});
const context = (kind: 'TOWNSHIP' | 'CENTRE' = 'TOWNSHIP'): ServiceCommitmentContext => ({
  now,
  actor: leader,
  policy: CURRENT_POLICY,
  unit: unit(kind),
});
const promise = (limit: Limit, step: PublishCommitment['data']['step'] = 'resolve', typeCode = 'REQ-INF') =>
  ({ type: 'PublishCommitment', data: { typeCode, step, limit, contact: '000-1000-2000' } }) as const;
const commitments = (kind?: 'TOWNSHIP' | 'CENTRE') => scenario(serviceCommitments, context(kind));
const WD = (n: number): Limit => ({ unit: 'WD', n });

describe('a promise to the residents', () => {
  it('shortens the limit of a step, and is never longer than the profile allows', () => {
    commitments()
      .when(promise(WD(5)))
      .then('CommitmentPublished');
    commitments()
      .when(promise(WD(7)))
      .then('CommitmentPublished');
    commitments()
      .when(promise(WD(8)))
      .thenRejected('PROMISE_LONGER_THAN_LIMIT', { field: 'limit', n: 7, unit: 'WD' });
    // three calendar days over a festival are shorter, five over a weekend are not: another clock is no promise
    commitments()
      .when(promise({ unit: 'CD', n: 3 }))
      .thenRejected('PROMISE_LONGER_THAN_LIMIT');
  });

  it('is whole days, of a step that has a limit, made by a township or the county', () => {
    commitments()
      .when(promise(WD(2.5)))
      .thenRejected('PROMISE_INVALID');
    commitments()
      .when(promise(WD(0)))
      .thenRejected('PROMISE_INVALID');
    commitments()
      .when(promise({ unit: 'WH', n: 1 }, 'respond', 'CON-POL'))
      .thenRejected('STEP_WITHOUT_LIMIT');
    commitments('CENTRE')
      .when(promise(WD(5)))
      .thenRejected('UNIT_MAKES_NO_PROMISE');
  });

  it('takes the place of the one before, and ends when it is withdrawn with a reason', () => {
    const publish = (limit: Limit, before = serviceCommitments.initialState) =>
      fold(serviceCommitments, serviceCommitments.decide(promise(limit), before, context()), before);
    const first = publish(WD(3));
    const second = publish(WD(5), first);
    expect(second).toMatchObject({ version: 2, inForce: [{ limit: { unit: 'WD', n: 5 }, version: 2, since: now }] });
    expect(serviceCommitments.decide(promise(WD(5)), second, context())).toEqual([]);
    const withdraw = {
      type: 'WithdrawCommitment',
      data: { typeCode: 'REQ-INF', step: 'resolve', reason: 'flood' },
    } as const;
    const ended = fold(serviceCommitments, serviceCommitments.decide(withdraw, second, context()), second);
    expect(ended).toEqual({ version: 3, inForce: [] });
    expect(serviceCommitments.decide(withdraw, ended, context())).toEqual([]);
  });
});

describe('the limits of a case under promises', () => {
  const limits = (code: string, ...promises: Parameters<typeof withPromises>[1] & object) =>
    profileOf(withPromises(CURRENT_POLICY, promises), code);
  const promised = (step: 'assign' | 'resolve', limit: Limit) => ({ step, limit, unitId: 'T01', version: 1 });

  it('are the shorter of both, also where the case becomes more urgent', () => {
    expect(limits('S-STD', promised('resolve', WD(5))).limits.resolve).toEqual(WD(5));
    expect(limits('S-URG', promised('resolve', WD(5))).limits.resolve).toEqual(WD(3));
    expect(limits('S-URG', promised('assign', { unit: 'WH', n: 2 })).limits.assign).toEqual({ unit: 'h', n: 1 });
  });

  it('leave what the law lets an extension add as it is', () => {
    expect(limits('S-PET', promised('resolve', { unit: 'CD', n: 40 }))).toMatchObject({
      limits: { resolve: { n: 40 } },
      extendableTo: { n: 70 },
    });
  });
});
