export { handleCase } from './case-handling/case-handling.workflow.js';
export { followAgreement } from './agreement-follow-up/agreement-follow-up.workflow.js';
export { handOverLeave } from './leave-handover/leave-handover.workflow.js';
export { settleRoster } from './duty-roster/duty-roster.workflow.js';
