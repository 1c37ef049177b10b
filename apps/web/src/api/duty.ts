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

export interface Roster {
  readonly published: boolean;
  readonly late: boolean;
  readonly publishBy: string;
  readonly shifts: readonly Shift[];
  readonly onSite: readonly { readonly cadreId: string; readonly days: readonly string[] }[];
  readonly gaps: readonly DutyGap[];
  /** Names by id. */
  readonly people: Readonly<Record<string, string>>;
}

export const readRoster = (place: string, week: string): Promise<Roster> =>
  ask(`duty/${encodeURIComponent(place)}/weeks/${encodeURIComponent(week)}`);
