import type { CountyPlan } from './county-plan.js';
import type { RehearsalHost } from './rehearsal-host.js';
import type { Scenario } from './scenario.js';

export const HOSTS = ['simulator', 'station'] as const;
export type HostName = (typeof HOSTS)[number];

/** The scenario and the host do not go together. */
export class HostRefused extends Error {
  override readonly name = 'HostRefused';
}

/** Each host is loaded only where it is wanted: a station takes longer to load than most rehearsals to play. */
export const openHost = async (name: HostName, scenario: Scenario, plan: CountyPlan): Promise<RehearsalHost> => {
  switch (name) {
    case 'simulator': {
      const { SimulatorHost } = await import('./simulator-host.js');
      return new SimulatorHost(plan, scenario.at, scenario.reviewDraw);
    }
    case 'station': {
      if (scenario.county !== 'demo')
        throw new HostRefused(`${scenario.file}: the station plays the demo county only; leave \`county\` out`);
      const { StationHost } = await import('./station/station-host.js');
      return StationHost.open(scenario.at);
    }
  }
};
