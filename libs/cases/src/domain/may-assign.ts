import type { CaseCommand } from './case.commands.js';

const ASSIGNING: readonly CaseCommand['type'][] = ['AssignCase', 'ReassignCase', 'HandOverCase', 'DeclareRecusal'];

/**
 * Whether the decision may name a handler, or who is on duty above him: then it needs the candidate pool, and takes its
 * turn in the county's queue.
 */
export const mayAssign = (command: CaseCommand): boolean => {
  if (command.type === 'Escalate') return command.data.step === 'ack' && ['E1', 'E2'].includes(command.data.level);
  if (command.type === 'TakeEscalationAction') return command.data.action === 'REASSIGN';
  return ASSIGNING.includes(command.type);
};
