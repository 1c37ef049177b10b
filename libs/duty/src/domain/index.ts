export { gapsOf, type Gap } from './coverage.js';
export { COUNTY, weekOf, type DutyContext, type DutyPerson } from './duty-context.js';
export type * from './duty.commands.js';
export type * from './duty.events.js';
export { dutyRoster, dutyRosterStream } from './duty-roster.js';
export { proposedRoster } from './proposing.js';
export { publishedBy } from './publishing.js';
export { swapped, type Roster } from './roster-state.js';
