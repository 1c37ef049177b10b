import type { Limit } from '#working-time';

/** Natural minutes and hours, working hours, working days, calendar days (`docs/domain.md §2.6`). */
export const m = (n: number): Limit => ({ unit: 'm', n });
export const h = (n: number): Limit => ({ unit: 'h', n });
export const WH = (n: number): Limit => ({ unit: 'WH', n });
export const WD = (n: number): Limit => ({ unit: 'WD', n });
export const CD = (n: number): Limit => ({ unit: 'CD', n });
/** A resident's right: it ends on a working day. */
export const rolled = (limit: Limit): Limit => ({ ...limit, roll: true });
