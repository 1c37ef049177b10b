import { can, type Subject } from '#access/domain';
import type { Case, CaseCommand, CaseStage } from '#cases/domain';
import { ACTION_OF, resourceOf } from './case-access.js';

type CommandType = CaseCommand['type'];

const WORKING: readonly CommandType[] = ['ExtendLimit', 'ReassignCase'];
const ALWAYS_BEFORE_RESOLVED: readonly CommandType[] = ['TransferOut', 'WithdrawCase', 'TakeEscalationAction'];

/** Commands that people may give at each stage (`docs/domain.md §5.1`); what the system orders is not among them. */
const AT: Readonly<Partial<Record<CaseStage, readonly CommandType[]>>> = {
  REGISTERED: ['AcceptCase', 'RejectCase', 'HandleImmediately', ...ALWAYS_BEFORE_RESOLVED],
  ACCEPTED: ['AssignCase', ...ALWAYS_BEFORE_RESOLVED],
  ASSIGNED: ['Acknowledge', 'DeclineAssignment', ...WORKING, ...ALWAYS_BEFORE_RESOLVED],
  ACKNOWLEDGED: ['RecordFirstResponse', ...WORKING, ...ALWAYS_BEFORE_RESOLVED],
  IN_PROGRESS: ['AddProgress', 'ResolveCase', ...WORKING, ...ALWAYS_BEFORE_RESOLVED],
  RESOLVED: ['TakeEscalationAction'],
  COUNTY_REVIEW: ['DecideCountyReview'],
};

const escalatedToLeader = ({ escalated }: Case): boolean => Object.values(escalated).includes('E2');

/** What this person may do with the case as it stands now: what a page shows as buttons. */
export const allowedCommands = (state: Case, subject: Subject): readonly CommandType[] => {
  const resource = resourceOf(state);
  return (AT[state.stage] ?? []).filter(
    (command) =>
      can(ACTION_OF[command], subject, resource) && (command !== 'TakeEscalationAction' || escalatedToLeader(state)),
  );
};
