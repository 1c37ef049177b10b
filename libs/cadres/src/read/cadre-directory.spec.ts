import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { scopeOf, type Scope, type Subject } from '#access/domain';
import type { CadreEvent } from '#cadres/domain';
import { cadreDirectory, cadres, type CadresWanted } from '#cadres/read';
import { SYSTEM } from '#kernel';
import { Projector, ReadModels } from '#projections';
import { projectionScenario } from '#testing';

const now = Date.parse('2026-07-06T10:00+08:00');
const DAY = 86_400_000;
const EVERYTHING: Scope = { anyOf: [{}] };

const registered = (cadreId: string, unitId: string, unitPath: string): CadreEvent => ({
  type: 'CadreRegistered',
  occurredAt: 0,
  data: { cadreId, kind: 'CADRE', personRef: `person-${cadreId}`, roles: [], unitId, unitPath },
});
const posted = (cadreId: string, path: string): CadreEvent => ({
  type: 'PostingStarted',
  occurredAt: 0,
  data: { cadreId, postingId: `${cadreId}-1`, role: 'RESIDENT_INSTRUCTOR', path, residence: true, from: 0 },
});
const certified = (cadreId: string, skill: string, level: 1 | 2 | 3, validTo: number): CadreEvent => ({
  type: 'CertificateIssued',
  occurredAt: 0,
  data: { cadreId, skill, level, validFrom: 0, validTo, evidence: { kind: 'EXAM', sessionId: 's1' } },
});
const ended: CadreEvent = {
  type: 'PostingEnded',
  occurredAt: now,
  data: { cadreId: 'c3', postingId: 'c3-1', path: '/county/T01/T01-V08', to: now },
};
const revoked: CadreEvent = {
  type: 'CertificateRevoked',
  occurredAt: now - DAY,
  data: { cadreId: 'c3', skill: 'STB-03', reason: 'ISSUED_IN_ERROR' },
};

/** c1 of T01; c2 of the county, posted in T01; c3 of the county, whose posting in T01 is over. */
const history: readonly CadreEvent[] = [
  registered('c1', 'T01-RURAL_GUIDANCE', '/county/T01/T01-RURAL_GUIDANCE'),
  certified('c1', 'STB-03', 2, now + DAY),
  registered('c2', 'K-D01', '/county/K-D01'),
  posted('c2', '/county/T01/T01-V07'),
  certified('c2', 'STB-03', 1, now + DAY),
  certified('c2', 'ECO-02', 1, now),
  registered('c3', 'K-D02', '/county/K-D02'),
  posted('c3', '/county/T01/T01-V08'),
  certified('c3', 'STB-03', 3, now + DAY),
  ended,
  revoked,
];

describe('the cadre directory', () => {
  it('keeps postings, certificates, leave and availability', () =>
    projectionScenario(cadreDirectory)
      .given(
        ...history,
        { type: 'LeaveRequested', occurredAt: 1, data: { cadreId: 'c1', leaveId: 'l1', from: 5, to: 9 } },
        {
          type: 'LeaveApproved',
          occurredAt: 2,
          data: { cadreId: 'c1', leaveId: 'l1', from: 5, to: 9, substitute: 'c2' },
        },
        { type: 'OnCallChanged', occurredAt: 3, data: { cadreId: 'c1', onCall: false, reachable: true } },
        { type: 'AwaitingPostSet', occurredAt: 3, data: { cadreId: 'c3', awaitingPost: true } },
      )
      .thenRows(
        'cadre_directory',
        { cadre_id: 'c1', on_call: 0, reachable: 1, awaiting_post: 0 },
        { cadre_id: 'c2', on_call: 1, reachable: 1, awaiting_post: 0 },
        { cadre_id: 'c3', awaiting_post: 1 },
      )
      .then((scenario) =>
        scenario.thenRows('cadre_leave', { leave_id: 'l1', status: 'APPROVED', substitute: 'c2', decided_at: 2 }),
      )
      .then((scenario) =>
        scenario.thenRows('cadre_posting', { cadre_id: 'c2', ended_at: null }, { cadre_id: 'c3', ended_at: now }),
      ));
});

describe('cadres looked up', () => {
  let models: ReadModels;
  beforeAll(async () => {
    models = await ReadModels.open(':memory:');
    const projector = new Projector(models.database, cadreDirectory, { onPoison: 'stop', now: () => 0 });
    await projector.prepare();
    const events = history.map((event, index) => ({
      event,
      meta: {
        ...{ stream: `cadre-${event.data.cadreId}`, revision: index, recordedAt: 0, actor: SYSTEM },
        position: String(index + 1).padStart(16, '0'),
        metadata: {
          ...{ eventId: `e${index}`, commandId: `e${index}`, requestHash: '', actor: SYSTEM },
          ...{ correlationId: '', causationId: '', policyVersion: 1, schemaVersion: 1 },
        },
      },
    }));
    await projector.apply({ after: projector.position, events });
  });
  afterAll(() => models.close());

  const ids = async (wanted: Partial<CadresWanted>): Promise<string[]> =>
    (await cadres(models, { at: now, scope: EVERYTHING, limit: 10, ...wanted })).map(({ cadreId }) => cadreId);
  const seenBy = (actor: Subject): Promise<string[]> => ids({ scope: scopeOf('cadre.read', actor) });

  it('show roles, villages and the skills valid at the moment', async () => {
    const [, second] = await cadres(models, { at: now, scope: EVERYTHING, limit: 10 });
    expect(second).toEqual({
      cadreId: 'c2',
      kind: 'CADRE',
      personRef: 'person-c2',
      unitId: 'K-D01',
      unitPath: '/county/K-D01',
      roles: ['RESIDENT_INSTRUCTOR'],
      villages: ['T01-V07'],
      awaitingPost: false,
      onCall: true,
      reachable: true,
      skills: [{ skill: 'STB-03', level: 1, validTo: now + DAY }],
    });
  });

  it('by township are its own people and those posted there now', async () => {
    expect(await ids({ township: 'T01' })).toEqual(['c1', 'c2']);
    expect(await ids({ township: 'T02' })).toEqual([]);
  });

  it('by skill hold a certificate that is neither expired nor revoked, of the level asked', async () => {
    expect(await ids({ skill: 'STB-03' })).toEqual(['c1', 'c2']);
    expect(await ids({ skill: 'STB-03', minLevel: 2 })).toEqual(['c1']);
    expect(await ids({ skill: 'ECO-02' })).toEqual([]);
    expect(await ids({ skill: 'ECO-02', at: now - 1 })).toEqual(['c2']);
  });

  it('by role serve in it now', async () => {
    expect(await ids({ role: 'RESIDENT_INSTRUCTOR' })).toEqual(['c2']);
  });

  it('come page by page, one too many telling that there is more', async () => {
    expect(await ids({ limit: 1 })).toEqual(['c1', 'c2']);
    expect(await ids({ limit: 1, after: 'c2' })).toEqual(['c3']);
  });

  it('are seen by those whose place they serve, and by themselves', async () => {
    expect(await seenBy({ id: 'x', role: 'CENTRE_DIRECTOR', path: '/county/T01' })).toEqual(['c1', 'c2']);
    expect(await seenBy({ id: 'x', role: 'ORG_DEPT', path: '/county' })).toEqual(['c1', 'c2', 'c3']);
    expect(await seenBy({ id: 'c2', role: 'RESIDENT_INSTRUCTOR', path: '/county/T01/T01-V07' })).toEqual(['c2']);
    expect(await seenBy({ id: 'c3', role: 'RESIDENT_INSTRUCTOR', path: '/county/T01/T01-V08' })).toEqual(['c3']);
    expect(await seenBy({ id: 'r', role: 'RESIDENT', path: '/county' })).toEqual([]);
  });
});
