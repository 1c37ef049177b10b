import { cadreStream, type RegisterCadreWithRecord } from '#cadres/domain';
import type { Instant } from '#kernel';
import { centresOf, type PolicySet } from '#policy';
import { orgUnitStream, type CreateUnit } from '#township/domain';
import { demoAccounts, type DemoAccount } from './accounts.js';
import { COUNTY, COUNTY_UNITS, DEPARTMENTS } from './county-units.js';
import type { DemoPerson } from './people.js';
import { demoEnterprises, demoVillages } from './places.js';
import { SEED } from './random.js';
import { staffing } from './staffing.js';
import { TOWNSHIPS } from './townships.js';

interface Addressed {
  /** The same in every run: loading twice changes nothing, an interrupted load goes on. */
  readonly commandId: string;
  readonly stream: string;
}
export interface DemoUnitCommand extends Addressed {
  readonly aggregate: 'org-unit';
  readonly command: CreateUnit;
}
export interface DemoCadreCommand extends Addressed {
  readonly aggregate: 'cadre';
  readonly command: RegisterCadreWithRecord;
}
export type DemoCommand = DemoUnitCommand | DemoCadreCommand;

export interface DemoCounty {
  /** One wave after the other; within a wave the order does not matter. The first is the county alone. */
  readonly waves: readonly (readonly DemoCommand[])[];
  /** For the vault; no command holds any of it. */
  readonly people: readonly DemoPerson[];
  readonly accounts: readonly DemoAccount[];
}

const unitCommand = (data: CreateUnit['data']): DemoUnitCommand => ({
  aggregate: 'org-unit',
  commandId: `demo-county:unit:${data.unitId}`,
  stream: orgUnitStream(data.unitId),
  command: { type: 'CreateUnit', data },
});

/** The county itself: known before anything else, and the same at any time. */
export const foundCounty: DemoUnitCommand = unitCommand({
  unitId: COUNTY.unitId,
  name: COUNTY.name,
  profile: { kind: 'COUNTY' },
});

export interface DemoOptions {
  /** Any instant of the day the county is founded on: certificates and postings are dated back from it. */
  readonly now: Instant;
  readonly policy: PolicySet;
  readonly seed?: number;
}

/**
 * The county of `docs/domain.md §2.3`, all invented: the same seed, policy and day always give the same county.
 * It enters like anyone's import, as commands that the domain decides.
 */
export const demoCounty = ({ now, policy, seed = SEED }: DemoOptions): DemoCounty => {
  const villages = demoVillages(seed);
  const enterprises = demoEnterprises(seed);
  const { cadres, people } = staffing(villages, enterprises, { now, policy, seed });
  const countyUnits = [...Object.values(COUNTY_UNITS), ...DEPARTMENTS].map(({ unitId, name }) =>
    unitCommand({ unitId, name, parentId: COUNTY.unitId, profile: { kind: 'COUNTY_UNIT' } }),
  );
  // one after the other: the order of their founding is the cyclic list of `docs/domain.md §8`
  const townships = TOWNSHIPS.map(({ code, name, seat, villages: villageCount, leadingIndustries }) => [
    unitCommand({
      unitId: code,
      name,
      parentId: COUNTY.unitId,
      profile: { kind: 'TOWNSHIP', seat, villageCount, leadingIndustries },
    }),
  ]);
  const secondLevel = [
    ...TOWNSHIPS.flatMap(({ code, villages: villageCount }) =>
      centresOf(policy, villageCount).map((centre) =>
        unitCommand({
          unitId: `${code}-${centre}`,
          name: policy.centres.names[centre].zh,
          parentId: code,
          profile: { kind: 'CENTRE', centre },
        }),
      ),
    ),
    ...villages.map(({ code, township, number, name, population, households }) =>
      unitCommand({
        unitId: code,
        name,
        parentId: township,
        profile: { kind: 'VILLAGE', number, population, households },
      }),
    ),
    ...enterprises.map(({ code, township, name, village }) =>
      unitCommand({ unitId: code, name, parentId: township, profile: { kind: 'ENTERPRISE', village } }),
    ),
  ];
  const registrations = cadres.map(({ cadreId, commandId, command }): DemoCadreCommand => ({
    aggregate: 'cadre',
    commandId,
    stream: cadreStream(cadreId),
    command,
  }));
  // the last one alone: once its stream is there, so is all the rest
  const waves = [
    [foundCounty],
    countyUnits,
    ...townships,
    secondLevel,
    registrations.slice(0, -1),
    registrations.slice(-1),
  ];
  return { waves, people, accounts: demoAccounts(cadres) };
};
