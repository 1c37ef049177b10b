import { ask } from './client';

/** Who is on call from one instant to another, and who stands in for him. */
export interface Shift {
  readonly post: string;
  readonly from: string;
  /** First instant after it. */
  readonly to: string;
  readonly cadreId: string;
  readonly substitute: string;
}

/** Hours that nobody has; `SUBSTITUTE`: somebody is on call, but nobody stands in for him. */
export interface DutyGap {
  readonly post: string;
  readonly part: 'HOLDER' | 'SUBSTITUTE';
  readonly from: string;
  readonly to: string;
  readonly missing: number;
}

/** Who is on call and who is at his place: of a roster, or of one that is proposed. */
export interface DutyTable {
  readonly shifts: readonly Shift[];
  readonly onSite: readonly { readonly cadreId: string; readonly days: readonly string[] }[];
  readonly gaps: readonly DutyGap[];
  /** Names by id. */
  readonly people: Readonly<Record<string, string>>;
}

export interface Roster extends DutyTable {
  readonly published: boolean;
  readonly late: boolean;
  readonly publishBy: string;
}

/** One of the coming weeks, with the hours that nobody has. */
export interface ComingWeek {
  readonly week: string;
  readonly published: boolean;
  readonly publishBy: string;
  readonly gaps: readonly DutyGap[];
}

const at = (place: string): string => `duty/${encodeURIComponent(place)}`;
const weekAt = (place: string, week: string): string => `${at(place)}/weeks/${encodeURIComponent(week)}`;

export const readRoster = (place: string, week: string): Promise<Roster> => ask(weekAt(place, week));

export const readProposal = (place: string, week: string): Promise<DutyTable> => ask(`${weekAt(place, week)}/proposal`);

export const readComingWeeks = (place: string, from: string, weeks: number): Promise<readonly ComingWeek[]> =>
  ask(`${at(place)}/gaps?from=${encodeURIComponent(from)}&weeks=${weeks}`);

export const publishRoster = (
  place: string,
  week: string,
  { shifts, onSite }: DutyTable,
  key: string,
): Promise<Roster> => ask(weekAt(place, week), { method: 'POST', body: { shifts, onSite }, key });
