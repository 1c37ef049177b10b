import { describe, expect, it } from '@jest/globals';
import type { CadreEvent } from '#cadres/domain';
import { MediatorRegister } from './mediator-register.js';

const DAY = 86_400_000;
const of = <Type extends CadreEvent['type']>(
  type: Type,
  data: Omit<Extract<CadreEvent, { type: Type }>['data'], 'cadreId'>,
  occurredAt = 0,
): CadreEvent => ({ type, occurredAt, data: { cadreId: 'anna', ...data } }) as unknown as CadreEvent;

const registered = of('CadreRegistered', {
  kind: 'LAY_MEDIATOR',
  personRef: 'p1',
  roles: ['MEDIATOR'],
  unitId: 'T01-STABILITY_MEDIATION',
  unitPath: '/county/T01/T01-STABILITY_MEDIATION',
  gender: 'FEMALE',
});
const certified = of('CertificateIssued', {
  skill: 'STB-03',
  level: 1,
  validFrom: 0,
  validTo: 100 * DAY,
  evidence: { kind: 'EXAM', sessionId: 's1' },
});

const register = (...events: readonly CadreEvent[]) => {
  const folded = new MediatorRegister();
  for (const event of events) folded.apply('cadre-anna', event);
  return folded.of('anna');
};

describe('the mediator register', () => {
  it('lists cadres and lay members who were certified for mediation', () => {
    expect(register(registered)).toBeUndefined();
    expect(
      register(registered, { ...certified, data: { ...certified.data, skill: 'STB-04' } } as CadreEvent),
    ).toBeUndefined();
    expect(register(registered, certified)).toEqual({
      cadreId: 'anna',
      personRef: 'p1',
      woman: true,
      active: true,
      unit: 'T01-STABILITY_MEDIATION',
      township: 'T01',
      certified: [{ from: 0, to: 100 * DAY }],
      leaves: [],
      kin: [],
    });
  });

  it('ends a certificate where it was revoked', () => {
    const revoked = of('CertificateRevoked', { skill: 'STB-03', reason: 'SERIOUS_FAULT' }, 5 * DAY);
    expect(register(registered, certified, revoked)?.certified).toEqual([{ from: 0, to: 5 * DAY }]);
  });

  it('knows leave, kin and who waits for a post', () => {
    const mediator = register(
      registered,
      certified,
      of('LeaveApproved', { leaveId: 'l1', from: DAY, to: 2 * DAY, substitute: 'bo' }),
      of('KinDeclared', { partyId: 'li' }),
      of('AwaitingPostSet', { awaitingPost: true }),
    );
    expect(mediator).toMatchObject({ active: false, leaves: [{ from: DAY, to: 2 * DAY }], kin: ['li'] });
  });
});
