/** Of the workflow that waits for the handovers of a leave; its id is the process id, `leave:{cadreId}`. */
export const LEAVE_WORKFLOW = 'handOverLeave';
/** The signal with which the bridge rings: it carries the whole current timetable. */
export const LEAVE_MOVED = 'leaveMoved';
