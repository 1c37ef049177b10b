export { townshipPathOf, villageCodeOf } from './area.js';
export { cadre, cadreStream } from './cadre.js';
export type * from './cadre.commands.js';
export {
  REVOCATION_REASONS,
  type CadreEvent,
  type CadreRegisteredData,
  type CertificateIssuedData,
  type CadreKind,
  type CertificateEvidence,
  type Gender,
  type RevocationReason,
  type SkillLevel,
} from './cadre.events.js';
export {
  canLead,
  evolveCadreRecord,
  holds,
  isOnLeave,
  isValid,
  levelOf,
  type CadreRecord,
  type Certificate,
  type Leave,
  type Posting,
} from './cadre-facts.js';
export type { Cadre, CadreContext, RequestedLeave } from './cadre-state.js';
export { BEGINS_LEAVE, leaveProcess } from './handing-over.js';
export type { Handover, OpenTask } from './handovers.js';
export type { HandoverEvent, Task } from './handover.events.js';
export { monthsAfter } from './months-after.js';
