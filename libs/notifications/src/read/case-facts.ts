import type { Instant } from '#kernel';
import type { Confidentiality, Priority, ProfileCode } from '#policy';
import { startedClocks, type CaseEvent, type CaseRegistered } from '#cases/domain';

/** What has to be known of a case to tell people of it. Ids and codes only. */
export interface CaseFacts {
  readonly caseId: string;
  readonly caseNo: string;
  readonly typeCode: string;
  readonly confidentiality: Confidentiality;
  readonly profile: ProfileCode;
  readonly priority: Priority;
  readonly townshipId: string;
  readonly parties: readonly string[];
  readonly anonymous: boolean;
  readonly complaint?: { readonly targets: readonly string[]; readonly centres: readonly string[] };
  readonly handler?: string;
  /** By step: when its clock ends. */
  readonly due: Readonly<Record<string, Instant>>;
}

const founded = (caseId: string, { data }: CaseRegistered): CaseFacts => ({
  caseId,
  caseNo: data.caseNo,
  typeCode: data.typeCode,
  confidentiality: data.confidentiality,
  profile: data.profile,
  priority: data.priority,
  townshipId: data.place.townshipId,
  parties: data.parties.map(({ partyId }) => partyId),
  anonymous: data.anonymous,
  ...(data.complaint && { complaint: data.complaint }),
  due: {},
});

/** Undefined for a case whose beginning is not known. Total: an event it does not know changes nothing. */
export const rememberCase = (facts: CaseFacts | undefined, caseId: string, event: CaseEvent): CaseFacts | undefined => {
  const known = event.type === 'CaseRegistered' ? founded(caseId, event) : facts;
  if (!known) return undefined;
  const clocks = startedClocks(event);
  const timed =
    clocks.length === 0
      ? known
      : { ...known, due: { ...known.due, ...Object.fromEntries(clocks.map(({ step, dueAt }) => [step, dueAt])) } };
  switch (event.type) {
    case 'CaseAssigned':
    case 'CaseReassigned':
      return { ...timed, handler: event.data.handler };
    case 'AssignmentDeclined':
    case 'TierRaised':
    case 'CaseReopened':
      return { ...timed, handler: undefined };
    case 'CaseAbsorbed':
      return {
        ...timed,
        parties: [...new Set([...timed.parties, ...event.data.parties.map(({ partyId }) => partyId)])],
      };
    default:
      return timed;
  }
};
