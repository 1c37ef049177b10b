import { defineProjection, patch, upsert, type RowOf, type Tables } from '#projections';
import type { OrgUnitEvent, UnitProfile } from '#township/domain';

export const orgTreeTables = {
  org_tree: {
    columns: {
      unit_id: 'text',
      parent_id: 'text?',
      kind: 'text',
      name: 'text',
      path: 'text',
      /** `CENTRE` only. */
      centre: 'text?',
      /** JSON array: the functions a centre answers for. */
      functions: 'text?',
      /** `TOWNSHIP` only, up to the industries (JSON array). */
      seat: 'text?',
      township_class: 'text?',
      village_count: 'integer?',
      leading_industries: 'text?',
      /** `VILLAGE` only. */
      number: 'integer?',
      population: 'integer?',
      households: 'integer?',
      /** `ENTERPRISE` only: the village it lies in. */
      village: 'text?',
      open: 'integer',
    },
    primaryKey: ['unit_id'],
    indexes: [['parent_id', 'unit_id'], ['kind', 'unit_id'], ['path']],
  },
} as const satisfies Tables;

export type OrgTreeRow = RowOf<(typeof orgTreeTables)['org_tree']>;

const columnsOf = (profile: UnitProfile): Partial<OrgTreeRow> => {
  switch (profile.kind) {
    case 'TOWNSHIP':
      return {
        seat: profile.seat,
        village_count: profile.villageCount,
        leading_industries: JSON.stringify(profile.leadingIndustries),
      };
    case 'CENTRE':
      return { centre: profile.centre };
    case 'VILLAGE':
      return { number: profile.number, population: profile.population, households: profile.households };
    case 'ENTERPRISE':
      return { village: profile.village };
    default:
      return {};
  }
};

/** The county as a tree of units (`docs/domain.md §2.1`). */
export const orgTree = defineProjection<OrgUnitEvent, typeof orgTreeTables>({
  name: 'org-tree',
  version: 1,
  tables: orgTreeTables,
  on: {
    UnitCreated: ({ data: { unitId, parentId, name, path, profile, townshipClass, functions } }) =>
      upsert('org_tree', {
        unit_id: unitId,
        parent_id: parentId ?? null,
        kind: profile.kind,
        name,
        path,
        township_class: townshipClass ?? null,
        functions: functions ? JSON.stringify(functions) : null,
        ...columnsOf(profile),
        open: 1,
      }),
    UnitClosed: ({ data: { unitId } }) => patch('org_tree', { unit_id: unitId }, { open: 0 }),
  },
});
