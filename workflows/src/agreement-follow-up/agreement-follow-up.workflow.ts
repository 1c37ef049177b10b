import { hostProcess } from '../process-host/process-host.js';
import type { HostProcess } from '../process-host/process-host.contract.js';
import { AGREEMENT_MOVED } from './agreement-follow-up.contract.js';

export const followAgreement: HostProcess = (first, done) => hostProcess(AGREEMENT_MOVED, first, done);
