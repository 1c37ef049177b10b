import type { ReadModels } from '#projections';
import type { UnitKind } from '#township/domain';
import { orgTree, type OrgTreeRow } from './org-tree.projection.js';

/** A unit as readers see it; what its kind does not have is absent. */
export interface OrgUnitView {
  readonly unitId: string;
  readonly parentId?: string;
  readonly kind: UnitKind;
  readonly name: string;
  readonly path: string;
  readonly open: boolean;
  readonly centre?: string;
  readonly functions?: readonly string[];
  readonly seat?: string;
  readonly townshipClass?: string;
  readonly villageCount?: number;
  readonly leadingIndustries?: readonly string[];
  readonly number?: number;
  readonly population?: number;
  readonly households?: number;
  readonly village?: string;
}

export interface OrgUnitsWanted {
  /** Direct children of this unit. */
  readonly parent?: string;
  readonly kind?: UnitKind;
  /** Units whose id lies after this one: where the next page begins. */
  readonly after?: string;
  readonly limit: number;
}

const list = (json: string | null): readonly string[] | null => (json === null ? null : (JSON.parse(json) as string[]));

const viewOf = (row: OrgTreeRow): OrgUnitView => {
  const all = {
    unitId: row.unit_id,
    parentId: row.parent_id,
    kind: row.kind,
    name: row.name,
    path: row.path,
    open: row.open === 1,
    centre: row.centre,
    functions: list(row.functions),
    seat: row.seat,
    townshipClass: row.township_class,
    villageCount: row.village_count,
    leadingIndustries: list(row.leading_industries),
    number: row.number,
    population: row.population,
    households: row.households,
    village: row.village,
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null)) as unknown as OrgUnitView;
};

/** Open units in the order of their ids, one more than `limit` where there are more. */
export const orgUnits = async (models: ReadModels, wanted: OrgUnitsWanted): Promise<OrgUnitView[]> => {
  let query = models.of(orgTree).selectFrom('org_tree').selectAll().where('open', '=', 1).orderBy('unit_id');
  if (wanted.parent !== undefined) query = query.where('parent_id', '=', wanted.parent);
  if (wanted.kind !== undefined) query = query.where('kind', '=', wanted.kind);
  if (wanted.after !== undefined) query = query.where('unit_id', '>', wanted.after);
  return (await query.limit(wanted.limit + 1).execute()).map(viewOf);
};

export const orgUnitView = async (models: ReadModels, unitId: string): Promise<OrgUnitView | undefined> => {
  const row = await models
    .of(orgTree)
    .selectFrom('org_tree')
    .selectAll()
    .where('unit_id', '=', unitId)
    .executeTakeFirst();
  return row && viewOf(row);
};
