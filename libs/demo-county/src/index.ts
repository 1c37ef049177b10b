export type { DemoAccount } from './accounts.js';
export {
  demoCounty,
  foundCounty,
  type DemoCadreCommand,
  type DemoCommand,
  type DemoCounty,
  type DemoOptions,
  type DemoUnitCommand,
} from './demo-county.js';
export type { DemoPerson } from './people.js';
