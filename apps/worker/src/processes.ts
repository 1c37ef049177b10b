import { agreementFollowUp, caseHandling, dutySettlement, leaveHandover, type RegisteredProcess } from '#process';

/** Every kind of process that waits on Temporal. */
export const PROCESSES: readonly RegisteredProcess[] = [caseHandling, agreementFollowUp, leaveHandover, dutySettlement];
