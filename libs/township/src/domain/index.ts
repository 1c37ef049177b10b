export { orgUnit, orgUnitStream } from './org-unit.js';
export type { CloseUnit, CreateUnit, OrgUnit, OrgUnitCommand, OrgUnitContext } from './org-unit.js';
export { UNIT_KINDS, type OrgUnitEvent, type UnitKind, type UnitProfile } from './org-unit.events.js';
export { classOf, functionsOf } from './township-class.js';
export { neighbourTownships, neighbourVillages, parseVillageCode, villageCode } from './village-code.js';
export {
  commitmentStream,
  serviceCommitments,
  type Commitment,
  type PublishCommitment,
  type ServiceCommitmentCommand,
  type ServiceCommitmentContext,
  type ServiceCommitmentEvent,
  type ServiceCommitments,
} from './service-commitment.js';
