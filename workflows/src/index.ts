export { handleCase } from './case-handling/case-handling.workflow.js';
