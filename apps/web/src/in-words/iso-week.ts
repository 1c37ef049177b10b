const DAY = 86_400_000;

const plus = (localDay: string, days: number): string =>
  new Date(Date.parse(`${localDay}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);

/** 0 is Monday. */
const weekdayOf = (localDay: string): number => (new Date(`${localDay}T00:00:00Z`).getUTCDay() + 6) % 7;

/** `2026-W20`: a week belongs to the year of its Thursday. */
export const isoWeekOf = (localDay: string): string => {
  const thursday = plus(localDay, 3 - weekdayOf(localDay));
  const year = thursday.slice(0, 4);
  const week = Math.floor((Date.parse(`${thursday}T00:00:00Z`) - Date.parse(`${year}-01-01T00:00:00Z`)) / DAY / 7) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
};

/** Monday to Sunday. */
export const daysOfWeek = (week: string): readonly string[] => {
  const fourth = `${week.slice(0, 4)}-01-04`; // always in the first week
  const monday = plus(fourth, (Number(week.slice(6)) - 1) * 7 - weekdayOf(fourth));
  return Array.from({ length: 7 }, (_, index) => plus(monday, index));
};

/** The week before or after. */
export const weekBeside = (week: string, by: -1 | 1): string => isoWeekOf(plus(daysOfWeek(week)[0] ?? '', by * 7));
