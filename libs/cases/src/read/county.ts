import { reject, type AnyEvent } from '#kernel';
import type { CaseTypeCode, CentreKind, PolicySet } from '#policy';
import { caseTypeOf } from '#policy';
import type { Place, TownshipId, UnitId, VillageId } from '#cases/domain';
import { parseVillageCode, type OrgUnitEvent } from '#township/domain';

interface Township {
  readonly unitId: TownshipId;
  /** Centre by the function it answers for. */
  readonly centres: Map<CentreKind, UnitId>;
  readonly villages: Set<VillageId>;
}

/** County units that handle what a township cannot: petitions have their own (`docs/domain.md §2.1`). */
const COUNTY_MEDIATION: UnitId = 'K-MEDIATION';
const COUNTY_PETITION: UnitId = 'K-PETITION';

/** The county's places and offices as far as a case needs them: folded from the org units' events, in memory. */
export class County {
  private readonly townships = new Map<TownshipId, Township>();
  private order: readonly TownshipId[] | undefined;

  apply(event: AnyEvent): void {
    const { type, data } = event as OrgUnitEvent;
    if (type === 'UnitCreated') this.created(data);
    if (type === 'UnitClosed') this.closed(data.unitId);
  }

  /** In the order in which they were founded: the cyclic list of `docs/domain.md §8` R2. */
  get townshipOrder(): readonly TownshipId[] {
    return (this.order ??= [...this.townships.keys()]);
  }

  /** @throws CommandRejected `VILLAGE_UNKNOWN` naming the village */
  placeOf(policy: PolicySet, typeCode: CaseTypeCode, villageIds: readonly VillageId[]): Place {
    const townships = villageIds.map((village) => this.townshipOf(village));
    const home = townships[0] ?? reject('VILLAGE_MISSING', { field: 'villageIds' });
    const type = caseTypeOf(policy, typeCode);
    return {
      townshipId: home.unitId,
      villageIds: [...new Set(villageIds)],
      otherTownships: [...new Set(townships.map(({ unitId }) => unitId))].filter((unitId) => unitId !== home.unitId),
      centre: home.centres.get(type.centre) ?? reject('CENTRE_MISSING', { township: home.unitId }),
      countyCentre: typeCode.startsWith('PET-') ? COUNTY_PETITION : COUNTY_MEDIATION,
    };
  }

  private townshipOf(village: VillageId): Township {
    const township = this.townships.get(parseVillageCode(village)?.township ?? '');
    return township?.villages.has(village) ? township : reject('VILLAGE_UNKNOWN', { field: 'villageIds', village });
  }

  private created({ unitId, parentId, profile, functions }: CreatedUnit): void {
    if (profile.kind === 'TOWNSHIP') {
      this.townships.set(unitId, { unitId, centres: new Map(), villages: new Set() });
      this.order = undefined;
      return;
    }
    const township = this.townships.get(parentId ?? '');
    if (!township) return;
    if (profile.kind === 'VILLAGE') township.villages.add(unitId);
    if (profile.kind === 'CENTRE') functions?.forEach((kind) => township.centres.set(kind, unitId));
  }

  private closed(unitId: UnitId): void {
    this.townships.delete(unitId);
    this.order = undefined;
    for (const { centres, villages } of this.townships.values()) {
      villages.delete(unitId);
      for (const [kind, centre] of centres) if (centre === unitId) centres.delete(kind);
    }
  }
}

type CreatedUnit = Extract<OrgUnitEvent, { type: 'UnitCreated' }>['data'];
