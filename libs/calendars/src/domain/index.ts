export {
  CALENDAR_STREAM,
  calendarWith,
  countyCalendar,
  firstDayThatDiffers,
  type CalendarCommand,
  type CalendarEvent,
  type CountyCalendarState,
  type CoverCalendarYear,
  type PublishCalendarYear,
} from './county-calendar.js';
export { daysOfYear, type YearNotice } from './year-notice.js';
