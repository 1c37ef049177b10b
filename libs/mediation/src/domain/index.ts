export { mediationDecider } from './mediation.decider.js';
export { isOpen, type MediationContext, type RegisteredMediator } from './mediation-context.js';
export type * from './mediation.commands.js';
export { SEALED_FIELDS } from './mediation.events.js';
export type * from './mediation.events.js';
export type { Draft, Mediation, MediationStage, Session } from './mediation.state.js';
