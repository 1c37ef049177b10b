import { describe, expect, it } from '@jest/globals';
import { Projector, ReadModels } from '#projections';
import { projectionScenario } from '#testing';
import type { OrgUnitEvent } from '#township/domain';
import { orgTree, orgUnits, orgUnitView } from '#township/read';

const created = (data: Extract<OrgUnitEvent, { type: 'UnitCreated' }>['data']): OrgUnitEvent => ({
  type: 'UnitCreated',
  occurredAt: 0,
  data,
});
const township = created({
  unitId: 'T01',
  name: '云坪镇',
  parentId: 'county',
  path: '/county/T01',
  profile: { kind: 'TOWNSHIP', seat: 'TOWN', villageCount: 30, leadingIndustries: ['TEA'] },
  townshipClass: 'A',
});
const village = (number: number): OrgUnitEvent =>
  created({
    unitId: `T01-V0${number}`,
    name: '上垟村',
    parentId: 'T01',
    path: `/county/T01/T01-V0${number}`,
    profile: { kind: 'VILLAGE', number, population: 900, households: 281 },
  });
const closed: OrgUnitEvent = {
  type: 'UnitClosed',
  occurredAt: 0,
  data: { unitId: 'T01-V02', path: '/county/T01/T01-V02' },
};

describe('the org tree', () => {
  it('shows units below their parents and closes them', () =>
    projectionScenario(orgTree)
      .given(township, village(1), village(2), closed)
      .thenRows(
        'org_tree',
        { unit_id: 'T01', parent_id: 'county', township_class: 'A', village_count: 30, open: 1 },
        { unit_id: 'T01-V01', parent_id: 'T01', kind: 'VILLAGE', number: 1, population: 900, open: 1 },
        { unit_id: 'T01-V02', open: 0 },
      ));

  it('is read by parent and kind, page by page, without what is closed', async () => {
    const models = await ReadModels.open(':memory:');
    const projector = new Projector(models.database, orgTree, { onPoison: 'stop', now: () => 0 });
    await projector.prepare();
    const events = [township, village(1), village(2), village(3), closed];
    const actor = { id: 'system', role: 'SYSTEM', path: '/county' };
    await projector.apply({
      after: projector.position,
      events: events.map((event, index) => ({
        event,
        meta: {
          ...{ stream: `org-unit-${event.data.unitId}`, revision: 0, recordedAt: 0, actor },
          position: String(index + 1).padStart(16, '0'),
          metadata: {
            ...{ eventId: `e${index}`, commandId: `e${index}`, requestHash: '', actor },
            ...{ correlationId: '', causationId: '', policyVersion: 1, schemaVersion: 1 },
          },
        },
      })),
    });
    const ids = async (wanted: Parameters<typeof orgUnits>[1]): Promise<string[]> =>
      (await orgUnits(models, wanted)).map(({ unitId }) => unitId);
    expect(await ids({ parent: 'T01', limit: 10 })).toEqual(['T01-V01', 'T01-V03']);
    expect(await ids({ kind: 'TOWNSHIP', limit: 10 })).toEqual(['T01']);
    expect(await ids({ kind: 'VILLAGE', after: 'T01-V01', limit: 10 })).toEqual(['T01-V03']);
    expect(await orgUnitView(models, 'T01')).toEqual({
      unitId: 'T01',
      parentId: 'county',
      kind: 'TOWNSHIP',
      name: '云坪镇',
      path: '/county/T01',
      open: true,
      seat: 'TOWN',
      townshipClass: 'A',
      villageCount: 30,
      leadingIndustries: ['TEA'],
    });
    await models.close();
  });
});
