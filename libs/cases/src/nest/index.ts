export { AssignmentLock } from './assignment-lock.js';
export { CommandForCase, type CaseExecuted } from './case.handler.js';
export { CaseRegistration } from './case-registration.js';
export { CasesModule } from './cases.module.js';
export { CountyMemory } from './county-memory.js';
