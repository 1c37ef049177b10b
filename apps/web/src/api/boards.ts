import type { components } from '../generated/api';
import { ask } from './client';

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
export type DayOfLimit = Schemas['DayOfLimit'];
export type Dispute = Schemas['DisputeItem'];

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

export const readAgreements = (cursor?: string): Promise<Schemas['AgreementsAnswer']> =>
  ask(queried('boards/agreements', { limit: PAGE, cursor }));

export const readDisputes = (filter: Filter, cursor?: string): Promise<Schemas['DisputesAnswer']> =>
  ask(queried('boards/disputes', { ...filter, limit: PAGE, cursor }));
