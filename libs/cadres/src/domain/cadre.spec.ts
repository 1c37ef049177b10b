import { describe, expect, it } from '@jest/globals';
import { CommandRejected, fold, SYSTEM, type Actor, type Instant } from '#kernel';
import { CURRENT_POLICY } from '#policy';
import {
  cadre,
  canLead,
  holds,
  isOnLeave,
  levelOf,
  type Cadre,
  type CadreCommand,
  type CadreContext,
  type CadreEvent,
  type CadreRecord,
  type Registration,
} from '#cadres/domain';

const local = (text: string): Instant => Date.parse(`${text}+08:00`);
const now = local('2026-05-06T16:00');
const director: Actor = { id: 'c-director', role: 'CENTRE_DIRECTOR', path: '/county/T01' };
const context = (over: Partial<CadreContext> = {}): CadreContext => ({
  now,
  actor: director,
  policy: CURRENT_POLICY,
  ...over,
});

const registration: Registration = {
  cadreId: 'c1',
  kind: 'CADRE',
  personRef: 'p1',
  roles: [],
  unitId: 'T01-RURAL_GUIDANCE',
  unitPath: '/county/T01/T01-RURAL_GUIDANCE',
  gender: 'FEMALE',
};
const posting = {
  postingId: 'post1',
  role: 'RESIDENT_INSTRUCTOR',
  path: '/county/T01/T01-V07',
  from: local('2025-01-01T00:00'),
};
const evidence = { kind: 'DOCUMENT', reference: 'file-1', sha256: 'a'.repeat(64) } as const;
const mediation = { skill: 'STB-03', level: 2, validFrom: local('2025-03-10T09:00'), evidence };

const done = (state: Cadre, command: CadreCommand, over?: Partial<CadreContext>): Cadre =>
  fold(cadre, cadre.decide(command, state, context(over)), state);
const events = (state: Cadre, command: CadreCommand, over?: Partial<CadreContext>): readonly CadreEvent[] =>
  cadre.decide(command, state, context(over));
const refusal = (state: Cadre, command: CadreCommand, over?: Partial<CadreContext>): string => {
  try {
    cadre.decide(command, state, context(over));
  } catch (error) {
    if (error instanceof CommandRejected) return error.code;
    throw error;
  }
  return 'ACCEPTED';
};
const recordOf = (state: Cadre): CadreRecord => {
  if (!state.record) throw new Error('not registered');
  return state.record;
};

const registered = done(cadre.initialState, { type: 'RegisterCadre', data: registration });
const instructor = done(registered, { type: 'StartPosting', data: posting });
const certified = done(instructor, { type: 'RecogniseCertificate', data: mediation });

describe('a cadre', () => {
  it('is registered once, by ids that cannot hold a name', () => {
    expect(refusal(registered, { type: 'RegisterCadre', data: registration })).toBe('CADRE_EXISTS');
    const named = { ...registration, personRef: '李某0231' };
    expect(refusal(cadre.initialState, { type: 'RegisterCadre', data: named })).toBe('ID_NOT_OPAQUE');
    const kin = { type: 'DeclareKin', data: { partyId: '李某0231' } } as const;
    expect(refusal(registered, kin)).toBe('ID_NOT_OPAQUE');
  });

  it('is unknown before', () => {
    expect(refusal(cadre.initialState, { type: 'SetAwaitingPost', data: { awaitingPost: true } })).toBe(
      'CADRE_UNKNOWN',
    );
  });

  it('enters with its whole record in one append, by the same rules', () => {
    const command = {
      type: 'RegisterCadreWithRecord',
      data: { registration, postings: [posting], certificates: [mediation] },
    } as const;
    expect(done(cadre.initialState, command)).toEqual(certified);
    expect(
      refusal(cadre.initialState, { ...command, data: { ...command.data, certificates: [mediation, mediation] } }),
    ).toBe('CERTIFICATE_BY_EXAM_ONLY');
  });

  it('is on call from the first day, and may say otherwise', () => {
    expect(recordOf(registered)).toMatchObject({ onCall: true, reachable: true });
    const away = { type: 'ChangeOnCall', data: { onCall: false, reachable: false } } as const;
    expect(recordOf(done(registered, away))).toMatchObject({ onCall: false, reachable: false });
    expect(events(done(registered, away), away)).toEqual([]);
  });

  it('may await a post', () => {
    const awaiting = done(registered, { type: 'SetAwaitingPost', data: { awaitingPost: true } });
    expect(recordOf(awaiting).awaitingPost).toBe(true);
  });

  it('declares kin once', () => {
    const declare = { type: 'DeclareKin', data: { partyId: 'party-9' } } as const;
    const declared = done(registered, declare);
    expect(recordOf(declared).kin).toEqual(['party-9']);
    expect(events(declared, declare)).toEqual([]);
  });
});

describe('a lay mediator', () => {
  const lay = done(cadre.initialState, {
    type: 'RegisterCadre',
    data: { ...registration, kind: 'LAY_MEDIATOR', roles: ['MEDIATOR'] },
  });

  it('mediates and never leads', () => {
    expect(canLead(recordOf(lay))).toBe(false);
    expect(refusal(lay, { type: 'StartPosting', data: posting })).toBe('LAY_MEDIATOR_MEDIATES_ONLY');
    const mediates = { ...posting, role: 'MEDIATOR' };
    expect(refusal(lay, { type: 'StartPosting', data: mediates })).toBe('ACCEPTED');
  });
});

describe('a posting', () => {
  it('gives the role, the village and the township while it lasts', () => {
    expect(recordOf(instructor)).toMatchObject({
      roles: ['RESIDENT_INSTRUCTOR'],
      villages: ['T01-V07'],
      townshipPath: '/county/T01',
    });
    const end = { type: 'EndPosting', data: { postingId: 'post1', to: now } } as const;
    const ended = done(instructor, end);
    expect(recordOf(ended)).toMatchObject({ roles: [], villages: [] });
    expect(events(ended, end)).toEqual([]);
  });

  it('of residence is one at a time', () => {
    const second = { ...posting, postingId: 'post2', path: '/county/T01/T01-V08' };
    expect(refusal(instructor, { type: 'StartPosting', data: second })).toBe('RESIDENCE_POSTING_ACTIVE');
    const ended = done(instructor, { type: 'EndPosting', data: { postingId: 'post1', to: now } });
    expect(recordOf(done(ended, { type: 'StartPosting', data: second })).villages).toEqual(['T01-V08']);
  });

  it('of residence is in a village', () => {
    const office = { ...posting, path: '/county/T01/T01-GENERAL_OFFICE' };
    expect(refusal(registered, { type: 'StartPosting', data: office })).toBe('VILLAGE_NEEDED');
  });

  it('of a county cadre in a village makes that township his', () => {
    const county = done(cadre.initialState, {
      type: 'RegisterCadre',
      data: { ...registration, unitId: 'K-D01', unitPath: '/county/K-D01' },
    });
    expect(recordOf(county).townshipPath).toBeUndefined();
    expect(recordOf(done(county, { type: 'StartPosting', data: posting })).townshipPath).toBe('/county/T01');
  });

  it('does not start in the future nor in a role nobody serves in', () => {
    expect(refusal(registered, { type: 'StartPosting', data: { ...posting, from: now + 1 } })).toBe(
      'POSTING_IN_THE_FUTURE',
    );
    expect(refusal(registered, { type: 'StartPosting', data: { ...posting, role: 'RESIDENT' } })).toBe('ROLE_UNKNOWN');
  });
});

describe('a certificate', () => {
  const validTo = local('2028-03-10T00:00');

  it('is valid for the months of its skill, from the first day to the last', () => {
    const record = recordOf(certified);
    expect(holds(record, 'STB-03', local('2025-03-09T23:59'))).toBe(false);
    expect(holds(record, 'STB-03', local('2025-03-10T00:00'))).toBe(true);
    expect(holds(record, 'STB-03', validTo - 1)).toBe(true);
    expect(holds(record, 'STB-03', validTo)).toBe(false);
  });

  it('counts by its level', () => {
    expect(holds(recordOf(certified), 'STB-03', now, 2)).toBe(true);
    expect(holds(recordOf(certified), 'STB-03', now, 3)).toBe(false);
    expect(levelOf(recordOf(certified), 'STB-04', now)).toBe(0);
  });

  it.each([
    [{ level: 0 }, 'LEVEL_INVALID'],
    [{ level: 4 }, 'LEVEL_INVALID'],
    [{ skill: 'ECO-99' }, 'SKILL_UNKNOWN'],
    [{ validFrom: now + 86_400_000 }, 'CERTIFICATE_IN_THE_FUTURE'],
    [{ validFrom: local('2022-01-01T00:00') }, 'CERTIFICATE_EXPIRED'],
    [{ evidence: { kind: 'DOCUMENT', reference: 'file-1', sha256: '' } as const }, 'EVIDENCE_MISSING'],
    [{ evidence: { ...evidence, reference: '李某0231的证书' } }, 'ID_NOT_OPAQUE'],
    [{ evidence: { kind: 'EXAM', sessionId: 's1' } as const }, 'EVIDENCE_NOT_A_DOCUMENT'],
  ])('with %j is refused: %s', (change, code) => {
    const data = { ...mediation, ...change };
    expect(refusal(instructor, { type: 'RecogniseCertificate', data })).toBe(code);
  });

  it('is recognised by a document only the first time', () => {
    expect(refusal(certified, { type: 'RecogniseCertificate', data: mediation })).toBe('CERTIFICATE_BY_EXAM_ONLY');
  });

  it('is renewed near its end, from that end on', () => {
    const renew: CadreCommand = {
      type: 'RenewCertificate',
      data: { skill: 'STB-03', by: { kind: 'EXAM', sessionId: 's1' } },
    };
    expect(refusal(certified, renew)).toBe('RENEWAL_TOO_EARLY');
    const renewed = done(certified, renew, { now: validTo - 86_400_000 });
    expect(holds(recordOf(renewed), 'STB-03', local('2031-03-09T12:00'))).toBe(true);
    expect(refusal(certified, renew, { now: validTo })).toBe('CERTIFICATE_EXPIRED');
  });

  it('is renewed by ten good uses, but never raised by them', () => {
    const by = { kind: 'SERVICE_USES' } as const;
    const late = { now: validTo - 1, ratedUses: 10 };
    const renew: CadreCommand = { type: 'RenewCertificate', data: { skill: 'STB-03', by } };
    expect(refusal(certified, renew, { ...late, ratedUses: 9 })).toBe('SERVICE_USES_TOO_FEW');
    expect(refusal(certified, renew, late)).toBe('ACCEPTED');
    const raise: CadreCommand = { type: 'RenewCertificate', data: { skill: 'STB-03', level: 3, by } };
    expect(refusal(certified, raise, late)).toBe('LEVEL_NEEDS_EXAM');
  });

  it('expires by an order of the system, not before its end, once, and at that instant', () => {
    const expire: CadreCommand = { type: 'ExpireCertificate', data: { skill: 'STB-03', due: validTo } };
    expect(refusal(certified, expire)).toBe('SYSTEM_ONLY');
    expect(refusal(certified, expire, { actor: SYSTEM })).toBe('NOT_YET_DUE');
    const late = { actor: SYSTEM, now: validTo + 5 * 86_400_000 };
    expect(events(certified, expire, late).map(({ type, occurredAt }) => [type, occurredAt])).toEqual([
      ['CertificateExpired', validTo],
    ]);
    expect(events(done(certified, expire, late), expire, late)).toEqual([]);
  });

  it('that was renewed meanwhile does not expire by the old order', () => {
    const renew: CadreCommand = {
      type: 'RenewCertificate',
      data: { skill: 'STB-03', by: { kind: 'EXAM', sessionId: 's1' } },
    };
    const renewed = done(certified, renew, { now: validTo - 1 });
    const expire: CadreCommand = { type: 'ExpireCertificate', data: { skill: 'STB-03', due: validTo } };
    expect(events(renewed, expire, { actor: SYSTEM, now: validTo })).toEqual([]);
  });

  it('revoked counts until that instant and cannot be renewed', () => {
    const revoke: CadreCommand = { type: 'RevokeCertificate', data: { skill: 'STB-03', reason: 'ISSUED_IN_ERROR' } };
    const revoked = done(certified, revoke);
    expect(holds(recordOf(revoked), 'STB-03', now - 1)).toBe(true);
    expect(holds(recordOf(revoked), 'STB-03', now)).toBe(false);
    expect(events(revoked, revoke)).toEqual([]);
    const renew: CadreCommand = {
      type: 'RenewCertificate',
      data: { skill: 'STB-03', by: { kind: 'EXAM', sessionId: 's1' } },
    };
    expect(refusal(revoked, renew, { now: validTo - 1 })).toBe('CERTIFICATE_REVOKED');
  });
});

describe('a leave', () => {
  const from = local('2026-05-07T08:30');
  const to = local('2026-05-09T08:30');
  const substitute = recordOf(
    done(cadre.initialState, { type: 'RegisterCadre', data: { ...registration, cadreId: 'c2', personRef: 'p2' } }),
  );
  const requested = done(certified, { type: 'RequestLeave', data: { leaveId: 'l1', from, to } });
  const approve: CadreCommand = { type: 'ApproveLeave', data: { leaveId: 'l1', substitute: 'c2' } };
  const approved = done(requested, approve, { substitute });

  it('is not approved without a named substitute', () => {
    expect(refusal(requested, { type: 'ApproveLeave', data: { leaveId: 'l1' } })).toBe('SUBSTITUTE_MISSING');
    expect(refusal(requested, approve)).toBe('SUBSTITUTE_UNKNOWN');
    expect(refusal(requested, approve, { substitute })).toBe('ACCEPTED');
  });

  it('is not approved with a substitute who is away, awaits a post, or is the same person', () => {
    const away = { ...substitute, leave: [{ leaveId: 'l9', from: to - 1, to: to + 1, substitute: 'c3' }] };
    expect(refusal(requested, approve, { substitute: away })).toBe('SUBSTITUTE_ON_LEAVE');
    expect(refusal(requested, approve, { substitute: { ...substitute, awaitingPost: true } })).toBe(
      'SUBSTITUTE_AWAITING_POST',
    );
    const oneself = { type: 'ApproveLeave', data: { leaveId: 'l1', substitute: 'c1' } } as const;
    expect(refusal(requested, oneself, { substitute: recordOf(requested) })).toBe('SUBSTITUTE_IS_SELF');
  });

  it('is approved by somebody else', () => {
    expect(refusal(requested, approve, { substitute, actor: { ...director, id: 'c1' } })).toBe('OWN_LEAVE');
  });

  it('counts from its first to before its last instant, once approved', () => {
    expect(isOnLeave(recordOf(requested), from)).toBe(false);
    expect(isOnLeave(recordOf(approved), from - 1)).toBe(false);
    expect(isOnLeave(recordOf(approved), from)).toBe(true);
    expect(isOnLeave(recordOf(approved), to)).toBe(false);
    expect(isOnLeave(recordOf(approved), now, from)).toBe(true);
  });

  it('approved twice changes nothing', () => {
    expect(events(approved, approve, { substitute })).toEqual([]);
  });

  it('does not overlap another', () => {
    const again: CadreCommand = { type: 'RequestLeave', data: { leaveId: 'l2', from: to - 1, to: to + 1 } };
    expect(refusal(approved, again)).toBe('LEAVE_OVERLAPS');
    expect(refusal(requested, again)).toBe('LEAVE_OVERLAPS');
  });

  it('cancelled before it starts never was, cancelled later ends at once', () => {
    const cancel: CadreCommand = { type: 'CancelLeave', data: { leaveId: 'l1' } };
    expect(recordOf(done(approved, cancel)).leave).toEqual([]);
    const later = done(approved, cancel, { now: from + 3_600_000 });
    expect(isOnLeave(recordOf(later), from)).toBe(true);
    expect(isOnLeave(recordOf(later), from + 3_600_000)).toBe(false);
    expect(refusal(approved, cancel, { now: to })).toBe('LEAVE_OVER');
  });
});

it('an event it does not know leaves a cadre as it is', () => {
  const newer = { type: 'VoteRecorded', occurredAt: now, data: {} } as unknown as CadreEvent;
  expect(cadre.evolve(certified, newer)).toEqual(certified);
});
