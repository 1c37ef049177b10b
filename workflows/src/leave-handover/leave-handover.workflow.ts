import { hostProcess } from '../process-host/process-host.js';
import type { HostProcess } from '../process-host/process-host.contract.js';
import { LEAVE_MOVED } from './leave-handover.contract.js';

export const handOverLeave: HostProcess = (first, done) => hostProcess(LEAVE_MOVED, first, done);
