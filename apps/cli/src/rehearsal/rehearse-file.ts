import { readFileSync } from 'node:fs';
import { countyPlan } from './county-plan.js';
import { openHost, type HostName } from './open-host.js';
import { readScenario } from './read-scenario.js';
import type { Rehearsal } from './rehearsal.js';
import { rehearse } from './rehearse.js';

/** @throws InvalidScenario, NobodyFits, or what the file system says */
export const rehearseFile = async (path: string, hostName: HostName = 'simulator'): Promise<Rehearsal> => {
  const scenario = readScenario(path, readFileSync(path, 'utf8'));
  const plan = countyPlan(scenario);
  const host = await openHost(hostName, scenario, plan);
  try {
    return await rehearse(scenario, plan, host);
  } finally {
    await host.close();
  }
};
