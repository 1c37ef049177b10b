/** Of the workflow that waits for an agreement to be performed; its id is the process id, `followup:{mediationId}`. */
export const FOLLOW_UP_WORKFLOW = 'followAgreement';
/** The signal with which the bridge rings: it carries the whole current timetable. */
export const AGREEMENT_MOVED = 'agreementMoved';
