export type { Calendar, CalendarYear, Limit, LocalDay, Unit } from './calendar.js';
export type { Ladder, LadderLevel } from './ladder.js';
