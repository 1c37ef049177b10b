export { CalendarsModule } from './calendars.module.js';
export { CalendarYearBody } from './calendar-requests.js';
export { CountyCalendar } from './county-calendar.service.js';
export { CountyPolicy } from './county-policy.service.js';
export { FoundingCalendar } from './founding-calendar.js';
