export type { Calendar, CalendarYear, Limit, LocalDay, Unit } from './calendar.js';
