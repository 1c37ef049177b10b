import type { Instant } from '#kernel';
import type { Confidentiality, Priority, ProfileCode } from '#policy';
import { startedClocks, type CaseEvent, type CaseRegistered, type Party, type StepClock } from '#cases/domain';

/** What has to be known of a case to tell people of it. Ids and codes only. */
export interface CaseFacts {
  readonly caseId: string;
  readonly caseNo: string;
  readonly typeCode: string;
  readonly confidentiality: Confidentiality;
  readonly profile: ProfileCode;
  readonly priority: Priority;
  readonly townshipId: string;
  /** Who brought it: the others of a dispute are told of its mediation, and whoever is complained about of nothing. */
  readonly reporters: readonly string[];
  readonly anonymous: boolean;
  readonly complaint?: { readonly targets: readonly string[]; readonly centres: readonly string[] };
  readonly handler?: string;
  /** By step: when its clock ends. */
  readonly due: Readonly<Record<string, Instant>>;
  /** Steps whose clock counts minutes or hours, whatever the profile counts. */
  readonly pressing: readonly string[];
}

const reportersOf = (parties: readonly Party[]): readonly string[] =>
  parties.filter(({ side }) => side === 'REPORTER' || side === 'APPLICANT').map(({ partyId }) => partyId);

const founded = (caseId: string, { data }: CaseRegistered): CaseFacts => ({
  caseId,
  caseNo: data.caseNo,
  typeCode: data.typeCode,
  confidentiality: data.confidentiality,
  profile: data.profile,
  priority: data.priority,
  townshipId: data.place.townshipId,
  reporters: reportersOf(data.parties),
  anonymous: data.anonymous,
  ...(data.complaint && { complaint: data.complaint }),
  due: {},
  pressing: [],
});

const withClocks = (facts: CaseFacts, clocks: readonly StepClock[]): CaseFacts => {
  if (clocks.length === 0) return facts;
  const due = Object.fromEntries(clocks.map(({ step, dueAt }) => [step, dueAt]));
  const pressing = clocks.filter(({ limit: { unit } }) => unit === 'm' || unit === 'h').map(({ step }) => step);
  return { ...facts, due: { ...facts.due, ...due }, pressing: [...new Set([...facts.pressing, ...pressing])] };
};

/** Undefined for a case whose beginning is not known. Total: an event it does not know changes nothing. */
export const rememberCase = (facts: CaseFacts | undefined, caseId: string, event: CaseEvent): CaseFacts | undefined => {
  const known = event.type === 'CaseRegistered' ? founded(caseId, event) : facts;
  if (!known) return undefined;
  const timed = withClocks(known, startedClocks(event));
  switch (event.type) {
    case 'CaseAssigned':
    case 'CaseReassigned':
      return { ...timed, handler: event.data.handler };
    case 'AssignmentDeclined':
    case 'TierRaised':
    case 'CaseReopened':
      return { ...timed, handler: undefined };
    case 'CaseAbsorbed':
      return { ...timed, reporters: [...new Set([...timed.reporters, ...reportersOf(event.data.parties)])] };
    default:
      return timed;
  }
};
