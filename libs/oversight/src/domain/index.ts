export {
  caseOversight,
  SILENT_REASONS,
  type AskedFor,
  type CaseOversight,
  type CaseOversightCommand,
  type CaseOversightContext,
  type CaseOversightEvent,
  type ClosureJudgement,
  type SilentReason,
} from './case-oversight.js';
export { supervisionOrder, type SupervisionOrder } from './supervision-order.js';
export type {
  IssueSupervisionOrder,
  SupervisionOrderCommand,
  SupervisionOrderContext,
  SupervisionOrderEvent,
} from './supervision-order.js';
