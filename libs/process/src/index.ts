export { agreementFollowUp } from './agreement-follow-up.js';
export { BackPressure } from './back-pressure.js';
export { ProcessBridge, type BridgePorts } from './bridge.js';
export { caseReactions } from './case-reactions.js';
export { caseHandling } from './case-handling.js';
export { dutySettlement } from './duty-settlement.js';
export { leaveHandover } from './leave-handover.js';
export { COALESCING, type CoalescingSettings } from './coalescing.js';
export { DOORBELLS, type DoorbellSettings } from './doorbells.js';
export { ProcessGuards, type GuardPorts, type GuardSettings } from './guards.js';
export { orderActivities } from './order-activity.js';
export { OrderIssuer } from './order-issuer.js';
export { isOpenedBy, type Agenda, type ProcessDefinition, type RegisteredProcess } from './process-definition.js';
export { followLog } from './follow-log.js';
export { ProcessHost } from './process-host.js';
export type { ProcessLog } from './process-log.js';
export { ProcessStore, type OpenProcess } from './process-store.js';
export { ProcessWorker, type WorkerSettings } from './process-worker.js';
export {
  Reactions,
  type DerivedCommand,
  type IssuedReaction,
  type Reaction,
  type ReactionMeta,
  type ReactionPorts,
} from './reactions.js';
export { TemporalProcessHost } from './temporal-host.js';
export { temporalClient } from './temporal-client.js';
export { fastForward } from './fast-forward.js';
