export { handleCase } from './case-handling/case-handling.workflow.js';
export { followAgreement } from './agreement-follow-up/agreement-follow-up.workflow.js';
