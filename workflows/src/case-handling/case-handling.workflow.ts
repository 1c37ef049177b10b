import { hostProcess } from '../process-host/process-host.js';
import type { HostProcess } from '../process-host/process-host.contract.js';
import { CASE_MOVED } from './case-handling.contract.js';

export const handleCase: HostProcess = (first, done) => hostProcess(CASE_MOVED, first, done);
