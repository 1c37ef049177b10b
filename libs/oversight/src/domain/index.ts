export { supervisionOrder, type SupervisionOrder } from './supervision-order.js';
export type {
  IssueSupervisionOrder,
  SupervisionOrderCommand,
  SupervisionOrderContext,
  SupervisionOrderEvent,
} from './supervision-order.js';
