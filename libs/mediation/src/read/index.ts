export { caseOfMediation, type MediatedCase } from './case-of-mediation.js';
export { mediationBoard, type MediationRow } from './mediation-board.projection.js';
export { MediatorRegister, registeredMediator } from './mediator-register.js';
