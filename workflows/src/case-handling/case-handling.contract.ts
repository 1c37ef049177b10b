/** Of the workflow that waits for a case; its id is the process id, `case:{caseId}`. */
export const CASE_WORKFLOW = 'handleCase';
/** The signal with which the bridge rings: it carries the whole current timetable. */
export const CASE_MOVED = 'caseMoved';
