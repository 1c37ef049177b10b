import { reject, unreachable, type Command, type Context, type Decider, type Instant } from '#kernel';
import { centresOf, type CentreKind, type PolicySet } from '#policy';
import type { OrgUnitEvent, UnitKind, UnitProfile } from './org-unit.events.js';
import { classOf, functionsOf } from './township-class.js';
import { villageCode } from './village-code.js';

export type CreateUnit = Command<
  'CreateUnit',
  { readonly unitId: string; readonly name: string; readonly parentId?: string; readonly profile: UnitProfile }
>;
export type CloseUnit = Command<'CloseUnit', Record<never, never>>;
export type OrgUnitCommand = CreateUnit | CloseUnit;

export interface OrgUnit {
  readonly stage: 'NONE' | 'ACTIVE' | 'CLOSED';
  readonly unitId: string;
  readonly name: string;
  readonly path: string;
  readonly parentId?: string;
  readonly profile?: UnitProfile;
  readonly townshipClass?: string;
  readonly functions?: readonly CentreKind[];
  readonly createdAt?: Instant;
}

export interface OrgUnitContext extends Context {
  readonly policy: PolicySet;
  /** The unit named as parent, as its own stream tells it. */
  readonly parent?: OrgUnit;
  /** Units still open below the one to be closed. */
  readonly openChildren?: readonly string[];
}

/** The one parent each kind of unit hangs under (`docs/domain.md §2.1`). */
const PARENT_KIND: Readonly<Record<UnitKind, UnitKind | undefined>> = {
  COUNTY: undefined,
  COUNTY_UNIT: 'COUNTY',
  TOWNSHIP: 'COUNTY',
  CENTRE: 'TOWNSHIP',
  VILLAGE: 'TOWNSHIP',
  ENTERPRISE: 'TOWNSHIP',
};

/** Always there, whatever a township's class. */
const PERMANENT: readonly CentreKind[] = ['GENERAL_OFFICE', 'STABILITY_MEDIATION'];

const UNIT_ID = /^[A-Za-z0-9][A-Za-z0-9_-]*$/;

export const orgUnitStream = (unitId: string): string => `org-unit-${unitId}`;

const parentOf = ({ data }: CreateUnit, { parent }: OrgUnitContext): OrgUnit | undefined => {
  const expected = PARENT_KIND[data.profile.kind];
  if (expected === undefined) return data.parentId === undefined ? undefined : reject('COUNTY_HAS_NO_PARENT');
  if (data.parentId === undefined) return reject('PARENT_MISSING', { field: 'parentId' });
  if (parent?.stage !== 'ACTIVE' || parent.unitId !== data.parentId) {
    return reject('PARENT_NOT_ACTIVE', { field: 'parentId', parentId: data.parentId });
  }
  if (parent.profile?.kind !== expected) {
    return reject('PARENT_OF_WRONG_KIND', { field: 'parentId', expected, actual: parent.profile?.kind });
  }
  return parent;
};

const villageCountOf = (township: OrgUnit | undefined): number =>
  township?.profile?.kind === 'TOWNSHIP' ? township.profile.villageCount : 0;

const checkProfile = (
  { unitId, profile }: CreateUnit['data'],
  parent: OrgUnit | undefined,
  policy: PolicySet,
): void => {
  switch (profile.kind) {
    case 'COUNTY':
    case 'COUNTY_UNIT':
      return;
    case 'TOWNSHIP':
      if (!Number.isInteger(profile.villageCount) || profile.villageCount < 1) {
        reject('VILLAGE_COUNT_INVALID', { field: 'villageCount' });
      }
      return;
    case 'CENTRE': {
      if (!centresOf(policy, villageCountOf(parent)).includes(profile.centre)) {
        reject('CENTRE_NOT_OF_CLASS', { centre: profile.centre, townshipClass: parent?.townshipClass });
      }
      if (unitId !== `${parent?.unitId}-${profile.centre}`) reject('UNIT_ID_INVALID', { field: 'unitId' });
      return;
    }
    case 'VILLAGE': {
      const count = villageCountOf(parent);
      if (!Number.isInteger(profile.number) || profile.number < 1 || profile.number > count) {
        reject('VILLAGE_NUMBER_INVALID', { field: 'number', from: 1, to: count });
      }
      if (unitId !== villageCode(parent?.unitId ?? '', profile.number)) reject('UNIT_ID_INVALID', { field: 'unitId' });
      if (profile.population < 0 || profile.households < 0) reject('POPULATION_INVALID', { field: 'population' });
      return;
    }
    case 'ENTERPRISE':
      if (!profile.village.startsWith(`${parent?.unitId}-V`)) {
        reject('VILLAGE_OF_OTHER_TOWNSHIP', { field: 'village', village: profile.village });
      }
      return;
    default:
      unreachable(profile);
  }
};

const createUnit = (command: CreateUnit, unit: OrgUnit, context: OrgUnitContext): OrgUnitEvent[] => {
  const { unitId, name, profile } = command.data;
  if (unit.stage !== 'NONE') return reject('UNIT_EXISTS', { unitId });
  if (!UNIT_ID.test(unitId)) return reject('UNIT_ID_INVALID', { field: 'unitId' });
  if (name.trim() === '') return reject('NAME_MISSING', { field: 'name' });
  const parent = parentOf(command, context);
  checkProfile(command.data, parent, context.policy);
  return [
    {
      type: 'UnitCreated',
      occurredAt: context.now,
      data: {
        unitId,
        name,
        ...(parent && { parentId: parent.unitId }),
        path: `${parent?.path ?? ''}/${unitId}`,
        profile,
        ...(profile.kind === 'TOWNSHIP' && { townshipClass: classOf(context.policy, profile.villageCount) }),
        ...(profile.kind === 'CENTRE' && {
          functions: functionsOf(context.policy, villageCountOf(parent), profile.centre),
        }),
      },
    },
  ];
};

const closeUnit = (unit: OrgUnit, { now, openChildren = [] }: OrgUnitContext): OrgUnitEvent[] => {
  const { unitId, path, profile } = unit;
  if (unit.stage === 'NONE') return reject('UNIT_UNKNOWN');
  if (unit.stage === 'CLOSED') return [];
  if (profile?.kind === 'COUNTY') return reject('COUNTY_STAYS');
  if (profile?.kind === 'CENTRE' && PERMANENT.includes(profile.centre)) {
    return reject('CENTRE_ALWAYS_EXISTS', { centre: profile.centre });
  }
  if (openChildren.length > 0) return reject('UNIT_HAS_CHILDREN', { children: openChildren });
  return [{ type: 'UnitClosed', occurredAt: now, data: { unitId, path } }];
};

/** A unit of the county's tree; stream `org-unit-{unitId}` (`docs/domain.md §2.1`, §6). */
export const orgUnit: Decider<OrgUnit, OrgUnitCommand, OrgUnitEvent, OrgUnitContext> = {
  initialState: { stage: 'NONE', unitId: '', name: '', path: '' },
  decide: (command, unit, context) => {
    switch (command.type) {
      case 'CreateUnit':
        return createUnit(command, unit, context);
      case 'CloseUnit':
        return closeUnit(unit, context);
      default:
        return unreachable(command);
    }
  },
  evolve: (unit, event) => {
    switch (event.type) {
      case 'UnitCreated':
        return { ...event.data, stage: 'ACTIVE', createdAt: event.occurredAt };
      case 'UnitClosed':
        return { ...unit, stage: 'CLOSED' };
      default:
        return unit;
    }
  },
};
