import { hostProcess } from '../process-host/process-host.js';
import type { HostProcess } from '../process-host/process-host.contract.js';
import { ROSTER_MOVED } from './duty-roster.contract.js';

export const settleRoster: HostProcess = (first, done) => hostProcess(ROSTER_MOVED, first, done);
