import type { CountyPlan } from './county-plan.js';
import type { RehearsalHost } from './rehearsal-host.js';
import type { Scenario } from './scenario.js';
import { SimulatorHost } from './simulator-host.js';

export const HOSTS = ['simulator'] as const;
export type HostName = (typeof HOSTS)[number];

export const openHost = async (name: HostName, scenario: Scenario, plan: CountyPlan): Promise<RehearsalHost> => {
  switch (name) {
    case 'simulator':
      return new SimulatorHost(plan, scenario.at, scenario.reviewDraw);
  }
};
