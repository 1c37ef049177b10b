export {
  CALENDAR_STREAM,
  calendarWith,
  firstDayThatDiffers,
  type CalendarCommand,
  type CalendarEvent,
  type CountyCalendarState,
  type CoverCalendarYear,
  type PublishCalendarYear,
} from './county-calendar.js';
export {
  countyPolicy,
  POLICY_STREAM,
  type CountyPolicyState,
  type PolicyEvent,
  type PutPolicyInForce,
} from './county-policy.js';
export { COUNTY_CALENDAR, PublishedCalendar } from './published-calendar.js';
export { daysOfYear, type YearNotice } from './year-notice.js';
