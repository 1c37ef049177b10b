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
export { MEDIATION_COURSES, type MediationCourse } from './mediation-courses.js';
export type { Matter } from './matters/matter.js';
export { demoMatters } from './matters/matters.js';
export { onGrid, weighted } from './matters/matter-times.js';
export { randomFor, SEED, type Random } from './random.js';
export { casesOfDay, type Arrival, type Year } from './year/cases-of-a-day.js';
export type { Deed } from './year/deed.js';
export { Officers } from './year/officers.js';
export { afterCaseEvent, afterRefusal, type Town } from './year/people-and-cases.js';
export { afterMediationEvent } from './year/people-and-mediations.js';
export { afterReviewEvent } from './year/people-and-reviews.js';
