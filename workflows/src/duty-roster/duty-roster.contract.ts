/** Of the workflow that waits for a roster to be settled; its id is the process id, `roster:{place}-{week}`. */
export const ROSTER_WORKFLOW = 'settleRoster';
/** The signal with which the bridge rings: it carries the whole current timetable. */
export const ROSTER_MOVED = 'rosterMoved';
