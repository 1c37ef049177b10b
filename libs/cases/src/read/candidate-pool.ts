import type { AnyEvent, Instant } from '#kernel';
import type { PolicySet } from '#policy';
import { localDayOf, minuteOfDay, addDays } from '#working-time';
import type { CadreId, CaseEvent, CaseId, Candidate, CandidatePool, CaseStep, StepClock } from '#cases/domain';
import { startedClocks } from '#cases/domain';
import { canLead, evolveCadreRecord, isValid, type CadreEvent, type CadreRecord } from '#cadres/domain';
import type { ReviewEvent } from '#reviews/domain';

const DAY = 86_400_000;
const HOUR = 3_600_000;

/** What the pool remembers of a case: whose it is and what it weighs. */
interface Carried {
  readonly weight: number;
  readonly households: ReadonlyMap<string, string>;
  handler?: CadreId;
  /** Handler of the round that is being reviewed. */
  reviewed?: CadreId;
  readonly due: Map<CaseStep, Instant>;
}

/** What one candidate has done, as far as the score asks. */
interface Work {
  load: number;
  lastAssignedAt: Instant | null;
  skillUse: Record<string, Instant>;
  steps: { at: Instant; onTime: boolean }[];
  ratings: { at: Instant; rating: number; householdId?: string }[];
  night?: { readonly key: string; readonly first: Instant; last: Instant };
}

/**
 * The people of the county as assignment sees them, folded from the events of cadres, cases and reviews, in memory.
 * A decision that is on its way to the log counts already (`reserve`), so that no two take the last place of a cadre.
 */
export class CandidatePoolFold {
  private position = '';
  private readonly records = new Map<CadreId, CadreRecord>();
  private readonly work = new Map<CadreId, Work>();
  private readonly cases = new Map<CaseId, Carried>();
  private readonly reserved = new Map<CaseId, { readonly cadreId: CadreId; readonly weight: number }>();
  private candidates: Candidate[] = [];
  private readonly indexOf = new Map<CadreId, number>();

  constructor(private readonly policy: Pick<PolicySet, 'assignment'>) {}

  snapshot(): CandidatePool {
    return { position: this.position, candidates: this.candidates };
  }

  recordOf(cadreId: CadreId): CadreRecord | undefined {
    return this.records.get(cadreId);
  }

  apply(stream: string, event: AnyEvent, position: string): void {
    this.position = position;
    if (stream.startsWith('cadre-')) this.cadre(event as CadreEvent);
    else if (stream.startsWith('case-')) this.case(stream.slice('case-'.length), event as CaseEvent);
    else if (stream.startsWith('review-')) this.review(event as ReviewEvent);
  }

  /** A case is being given to a cadre: he carries it from now on, whether or not the log shows it yet. */
  reserve(caseId: CaseId, cadreId: CadreId, weight: number): void {
    this.reserved.set(caseId, { cadreId, weight });
    this.refresh(cadreId);
  }

  /** The decision did not reach the log. */
  release(caseId: CaseId): void {
    const held = this.reserved.get(caseId);
    if (!held) return;
    this.reserved.delete(caseId);
    this.refresh(held.cadreId);
  }

  private cadre(event: CadreEvent): void {
    const { cadreId } = event.data;
    const record = evolveCadreRecord(this.records.get(cadreId), event);
    if (!record) return;
    this.records.set(cadreId, record);
    // Lay mediators are no cadres: they never lead a case.
    if (canLead(record)) this.refresh(cadreId);
  }

  private case(caseId: CaseId, event: CaseEvent): void {
    if (event.type === 'CaseRegistered') {
      const { priority, parties } = event.data;
      const households = parties.flatMap(({ partyId, householdId }) =>
        householdId === undefined ? [] : [[partyId, householdId] as const],
      );
      const weight = this.policy.assignment.caseWeight[priority];
      this.cases.set(caseId, { weight, households: new Map(households), due: new Map() });
    }
    const carried = this.cases.get(caseId);
    if (!carried) return;
    this.caseWork(caseId, carried, event);
    startedClocks(event).forEach((clock: StepClock) => carried.due.set(clock.step, clock.dueAt));
  }

  private caseWork(caseId: CaseId, carried: Carried, event: CaseEvent): void {
    const { occurredAt: at } = event;
    switch (event.type) {
      case 'CaseAssigned':
        this.release(caseId);
        this.give(carried, event.data.handler, at);
        break;
      case 'CaseReassigned':
        this.release(caseId);
        if (event.data.reason === 'ACK_OVERDUE') this.stepDone(event.data.from, at, false);
        this.take(carried);
        this.give(carried, event.data.handler, at);
        break;
      case 'AssignmentDeclined':
        this.take(carried);
        break;
      case 'CaseAcknowledged':
        this.timed(carried, event.data.by, 'ack', at);
        break;
      case 'FirstResponseRecorded':
        this.timed(carried, event.data.by, 'respond', at);
        break;
      case 'ProgressRecorded':
        this.workedAtNight(event.data.by, at);
        break;
      case 'MediationConcluded': // an agreement is what he was to bring about
        if (event.data.outcome === 'AGREED' && carried.handler) this.timed(carried, carried.handler, 'resolve', at);
        break;
      case 'CaseResolved':
        if (!event.data.automatic) this.timed(carried, event.data.by, 'resolve', at);
        for (const skill of event.data.skillsUsed) this.workOf(event.data.by).skillUse[skill] = at;
        carried.reviewed = carried.handler;
        this.take(carried);
        break;
      case 'TierRaised':
      case 'CaseClosed':
      case 'CaseRejected':
      case 'CaseTransferredOut':
      case 'CaseWithdrawn':
        this.take(carried);
        break;
      default:
    }
  }

  private review(event: ReviewEvent): void {
    if (event.type !== 'ReviewAnswered' && event.type !== 'LateReviewRecorded') return;
    const { caseId, party, rating } = event.data;
    const carried = this.cases.get(caseId);
    if (carried?.reviewed === undefined) return;
    const householdId = carried.households.get(party);
    this.workOf(carried.reviewed).ratings.push({
      at: event.occurredAt,
      rating,
      ...(householdId !== undefined && { householdId }),
    });
    this.refresh(carried.reviewed);
  }

  private give(carried: Carried, cadreId: CadreId, at: Instant): void {
    carried.handler = cadreId;
    const work = this.workOf(cadreId);
    work.load += carried.weight;
    work.lastAssignedAt = at;
    this.refresh(cadreId);
  }

  private take(carried: Carried): void {
    if (carried.handler === undefined) return;
    this.workOf(carried.handler).load -= carried.weight;
    this.refresh(carried.handler);
    carried.handler = undefined;
  }

  private timed(carried: Carried, cadreId: CadreId, step: CaseStep, at: Instant): void {
    const due = carried.due.get(step);
    if (due !== undefined) this.stepDone(cadreId, at, at <= due);
    carried.due.delete(step);
    this.workedAtNight(cadreId, at);
  }

  private stepDone(cadreId: CadreId, at: Instant, onTime: boolean): void {
    const work = this.workOf(cadreId);
    const since = at - this.policy.assignment.quality.days * DAY;
    work.steps = [...work.steps.filter((step) => step.at >= since), { at, onTime }];
    this.refresh(cadreId);
  }

  /** Work of a night lasts from its first recorded act to its last; check-ins will tell it better (§8 H10). */
  private workedAtNight(cadreId: CadreId, at: Instant): void {
    const { from, to } = this.policy.assignment.nightRest;
    const minute = minuteOfDay(at);
    if (minute < from && minute >= to) return;
    const key = minute >= from ? localDayOf(at) : addDays(localDayOf(at), -1);
    const work = this.workOf(cadreId);
    if (work.night?.key === key) work.night.last = Math.max(work.night.last, at);
    else work.night = { key, first: at, last: at };
    this.refresh(cadreId);
  }

  private workOf(cadreId: CadreId): Work {
    const known = this.work.get(cadreId);
    if (known) return known;
    const fresh: Work = { load: 0, lastAssignedAt: null, skillUse: {}, steps: [], ratings: [] };
    this.work.set(cadreId, fresh);
    return fresh;
  }

  private refresh(cadreId: CadreId): void {
    const record = this.records.get(cadreId);
    if (!record) return;
    const candidate = this.candidateOf(record, this.workOf(cadreId));
    const index = this.indexOf.get(cadreId);
    if (index === undefined) {
      this.indexOf.set(cadreId, this.candidates.length);
      this.candidates.push(candidate);
    } else this.candidates[index] = candidate;
  }

  private candidateOf(record: CadreRecord, work: Work): Candidate {
    const { nightRest } = this.policy.assignment;
    const { night } = work;
    const worked = night ? night.last - night.first : 0;
    const reserved = [...this.reserved.values()].filter(({ cadreId }) => cadreId === record.cadreId);
    return {
      cadreId: record.cadreId,
      townshipId: record.townshipPath?.split('/').at(-1) ?? null,
      villages: record.villages,
      unit: record.unitId,
      roles: record.roles,
      active: true,
      awaitingPost: record.awaitingPost,
      lecturer: false,
      onCall: record.onCall,
      reachable: record.reachable,
      mobilised: false,
      leaves: record.leave,
      kin: record.kin,
      certificates: certificatesOf(record),
      openLoad: reserved.reduce((load, { weight }) => load + weight, work.load),
      lastAssignedAt: work.lastAssignedAt,
      skillUse: { ...work.skillUse },
      steps: work.steps,
      ratings: work.ratings,
      restUntil: night && worked >= nightRest.afterWorkedHours * HOUR ? night.last + nightRest.restHours * HOUR : null,
    };
  }
}

const certificates = new WeakMap<CadreRecord, Candidate['certificates']>();

/** The same record always gives the same table: it is asked for at every change of his work. */
const certificatesOf = (record: CadreRecord): Candidate['certificates'] => {
  const known = certificates.get(record);
  if (known) return known;
  const table = Object.fromEntries(
    record.certificates
      .filter((certificate) => isValid(certificate, certificate.validFrom))
      .map(({ skill, level, validFrom, validTo, revokedAt }) => [
        skill,
        { level, validFrom, validTo: Math.min(validTo, revokedAt ?? validTo) },
      ]),
  );
  certificates.set(record, table);
  return table;
};
