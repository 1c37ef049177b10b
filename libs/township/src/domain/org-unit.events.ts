import type { Event } from '#kernel';
import type { CentreKind, Industry } from '#policy';

/** `ENTERPRISE`: a key enterprise, one that has an assistant (`docs/domain.md §2.3`). */
export const UNIT_KINDS = ['COUNTY', 'COUNTY_UNIT', 'TOWNSHIP', 'CENTRE', 'VILLAGE', 'ENTERPRISE'] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

/** What a unit of each kind is known by. Names of places and offices are public, never of people. */
export type UnitProfile =
  | { readonly kind: 'COUNTY' }
  | { readonly kind: 'COUNTY_UNIT' }
  | {
      readonly kind: 'TOWNSHIP';
      /** 镇 or 乡. */
      readonly seat: 'TOWN' | 'TOWNSHIP';
      readonly villageCount: number;
      readonly leadingIndustries: readonly Industry[];
    }
  | { readonly kind: 'CENTRE'; readonly centre: CentreKind }
  | { readonly kind: 'VILLAGE'; readonly number: number; readonly population: number; readonly households: number }
  | { readonly kind: 'ENTERPRISE'; readonly village: string };

export type OrgUnitEvent =
  | Event<
      'UnitCreated',
      {
        readonly unitId: string;
        readonly name: string;
        /** Absent for the county alone. */
        readonly parentId?: string;
        readonly path: string;
        readonly profile: UnitProfile;
        /** Of a township; decides which centres it has. */
        readonly townshipClass?: string;
        /** Of a centre: its own function and those merged into it. */
        readonly functions?: readonly CentreKind[];
      }
    >
  | Event<'UnitClosed', { readonly unitId: string; readonly path: string }>;
