export { gapsOf, type Gap } from './coverage.js';
export { COUNTY, weekOf, type DutyContext, type DutyPerson } from './duty-context.js';
export type * from './duty.commands.js';
export type * from './duty.events.js';
export { dutyRoster, dutyRosterStream, rosterOf } from './duty-roster.js';
export { proposedRoster } from './proposing.js';
export { publishedBy } from './publishing.js';
export { BEGINS_ROSTER, rosterProcess } from './roster-process.js';
export { countedCalls, swapped, type Roster } from './roster-state.js';
