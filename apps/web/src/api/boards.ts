import type { components } from '../generated/api';
import { ask, type Page } from './client';

type Schemas = components['schemas'];

/** What every line of a board says of its case. */
export type CaseOnBoard = Pick<
  Schemas['TaskItem'],
  'caseId' | 'caseNo' | 'typeCode' | 'stage' | 'tier' | 'round' | 'priority' | 'risk' | 'township' | 'village'
>;
export type Overdue = Schemas['OverdueAnswer'];
export type OverdueGroup = Schemas['OverdueGroup'];
export type Holder = Schemas['Holder'];
export type Tasks = Schemas['TasksAnswer'];

/** Day n of m: calendar days, the start day not counted. */
export interface DayOfLimit {
  readonly day: number;
  readonly of: number;
  readonly endsAt: string;
  readonly paused: boolean;
}

export type Dispute = CaseOnBoard & {
  readonly handler: Holder | null;
  readonly mediation: {
    readonly stage: string;
    readonly underWay: boolean;
    readonly mediator: Holder | null;
  } | null;
  /** Null where the tier has no days of its own, or they are over. */
  readonly tierBudget: DayOfLimit | null;
  readonly resolveLimit: DayOfLimit | null;
  readonly nextSession: { readonly startsAt: string; readonly form: string } | null;
  readonly waitingFor: { readonly what: string; readonly until: string | null } | null;
  /** Steps past their due. */
  readonly overdue: readonly string[];
};

/** What stands in the address of a board: nothing that is empty is asked for. */
export type Filter = Readonly<Record<string, string | undefined>>;

const PAGE = '50';

export const queried = (path: string, filter: Filter): string => {
  const wanted = Object.entries(filter).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, value]],
  );
  return `${path}?${new URLSearchParams(wanted).toString()}`;
};

export const readOverdue = (filter: Filter, cursor?: string): Promise<Overdue> =>
  ask(queried('boards/overdue', { ...filter, limit: PAGE, cursor }));

export const readTasks = (cursor?: string): Promise<Tasks> => ask(queried('boards/tasks', { limit: PAGE, cursor }));

export const readDisputes = (filter: Filter, cursor?: string): Promise<Page<Dispute>> =>
  ask(queried('boards/disputes', { ...filter, limit: PAGE, cursor }));
