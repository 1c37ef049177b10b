import type { AnyEvent, Instant } from '#kernel';
import type { PolicySet } from '#policy';
import { addDays, endOfDay, localDayOf, minuteOfDay } from '#working-time';
import type { CadreId, CaseEvent, CaseId, CandidatePool, CaseStep, Party } from '#cases/domain';
import { startedClocks } from '#cases/domain';
import { canLead, evolveCadreRecord, type CadreEvent, type CadreRecord } from '#cadres/domain';
import type { DutyEvent } from '#duty/domain';
import type { ReviewEvent } from '#reviews/domain';
import { AgedQueue } from './aged-queue.js';
import { CandidateList } from './candidate-list.js';
import { candidateOf, type Work } from './candidate-of.js';
import { DutyShifts } from './duty-shifts.js';
import { noWork, remember } from './growing-work.js';
import { HouseholdWords } from './household-words.js';

const DAY = 86_400_000;

/** What the pool remembers of a case: whose it is and what it weighs. */
interface Carried {
  weight: number;
  readonly parties: readonly Party[];
  handler: CadreId | undefined;
  /** Handler of the round that is being reviewed. */
  reviewed: CadreId | undefined;
  /** Of the steps that tell how he works: the latest of each, until it is done. */
  readonly due: Record<TimedStepName, Instant | undefined>;
  /** When it was over, unless it was reopened. */
  over: Instant | undefined;
}

type TimedStepName = 'ack' | 'respond' | 'resolve';

const isTimed = (step: CaseStep): step is TimedStepName => step === 'ack' || step === 'respond' || step === 'resolve';

const carriedCase = (weight: number, parties: readonly Party[]): Carried => ({
  weight,
  parties,
  handler: undefined,
  reviewed: undefined,
  due: { ack: undefined, respond: undefined, resolve: undefined },
  over: undefined,
});

/**
 * The people of the county as assignment sees them, folded from the events of cadres, cases and reviews, in memory.
 * A decision that is on its way to the log counts already (`reserve`), so that no two take the last place of a cadre.
 * What no score looks at any more is forgotten: it holds a year or so of cases, however long the log is.
 */
export class CandidatePoolFold {
  private position = '';
  private readonly records = new Map<CadreId, CadreRecord>();
  private readonly work = new Map<CadreId, Work>();
  private readonly cases = new Map<CaseId, Carried>();
  private readonly reserved = new Map<CaseId, { readonly cadreId: CadreId; readonly weight: number }>();
  private readonly list = new CandidateList();
  private readonly words = new HouseholdWords();
  private readonly duty = new DutyShifts();
  /** Whose candidate is not what his record and work say; most change several times between two assignments. */
  private readonly stale = new Set<CadreId>();
  /** Cases by the time at which they were over. */
  private readonly over = new AgedQueue<CaseId>();
  /** The longest time for which a score looks back. */
  private readonly memory: number;

  constructor(private readonly policy: Pick<PolicySet, 'assignment'>) {
    const { quality, continuity } = policy.assignment;
    this.memory = Math.max(quality.days, continuity.servedDays) * DAY;
  }

  /** Good until the next one is taken. */
  snapshot(): CandidatePool {
    for (const cadreId of this.stale) this.renew(cadreId);
    this.stale.clear();
    const { position, list, words, duty } = this;
    return { position, candidates: list.all, words: words.byHousehold, areas: list.areas, duty: duty.byPlace };
  }

  /** Cases it still knows. */
  get remembered(): number {
    return this.cases.size;
  }

  recordOf(cadreId: CadreId): CadreRecord | undefined {
    return this.records.get(cadreId);
  }

  /** The units that these people belong to, each once. */
  unitsOf(cadreIds: readonly CadreId[]): readonly string[] {
    return [...new Set(cadreIds.flatMap((cadreId) => this.records.get(cadreId)?.unitId ?? []))];
  }

  apply(stream: string, event: AnyEvent, position: string): void {
    this.position = position;
    if (stream.startsWith('cadre-')) this.cadre(event as CadreEvent);
    else if (stream.startsWith('case-')) this.case(stream.slice('case-'.length), event as CaseEvent);
    else if (stream.startsWith('review-')) this.review(event as ReviewEvent);
    else if (stream.startsWith('duty-roster-')) this.onDuty(event as DutyEvent);
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
      this.cases.set(caseId, carriedCase(this.policy.assignment.caseWeight[priority], parties));
    }
    // reopened after all that time: whoever takes it had better have room for the heaviest
    if (event.type === 'CaseReopened' && !this.cases.has(caseId))
      this.cases.set(caseId, carriedCase(Math.max(...Object.values(this.policy.assignment.caseWeight)), []));
    const carried = this.cases.get(caseId);
    if (!carried) return;
    this.caseWork(caseId, carried, event);
    for (const { step, dueAt } of startedClocks(event)) if (isTimed(step)) carried.due[step] = dueAt;
  }

  private reweigh(carried: Carried, weight: number): void {
    const { handler } = carried;
    if (handler !== undefined) this.workOf(handler).load += weight - carried.weight;
    carried.weight = weight;
    if (handler !== undefined) this.refresh(handler);
  }

  /** Nobody carries it any more; after a while nobody asks who did. */
  private end(caseId: CaseId, carried: Carried, at: Instant): void {
    this.take(carried);
    carried.over = at;
    this.over.add(at, caseId);
    for (const { item, at: ended } of this.over.olderThan(at - this.memory))
      if (this.cases.get(item)?.over === ended) this.cases.delete(item);
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
      case 'PriorityRaised':
        this.reweigh(carried, this.policy.assignment.caseWeight[event.data.priority]);
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
        for (const skill of event.data.skillsUsed) this.workOf(event.data.by).skillUse.set(skill, at);
        carried.reviewed = carried.handler;
        this.take(carried);
        break;
      case 'TierRaised':
      case 'CaseClosed':
      case 'CaseRejected':
      case 'CaseTransferredOut':
      case 'CaseWithdrawn':
        this.end(caseId, carried, at);
        break;
      case 'CaseReopened':
        carried.over = undefined;
        break;
      default:
    }
  }

  private review(event: ReviewEvent): void {
    if (event.type !== 'ReviewAnswered' && event.type !== 'LateReviewRecorded') return;
    const { caseId, party, rating } = event.data;
    const carried = this.cases.get(caseId);
    if (carried?.reviewed === undefined) return;
    const householdId = carried.parties.find(({ partyId }) => partyId === party)?.householdId;
    const work = this.workOf(carried.reviewed);
    const { occurredAt: at } = event;
    work.ratings = remember(work.ratings, { at, rating }, at - this.policy.assignment.quality.days * DAY);
    if (householdId !== undefined)
      this.words.add(householdId, { at, rating, cadreId: carried.reviewed }, at - this.memory);
    this.refresh(carried.reviewed);
  }

  private onDuty(event: DutyEvent): void {
    this.duty.apply(event);
    if (event.type !== 'CheckedIn' && event.type !== 'CheckedOut') return;
    const { cadreId, day } = event.data;
    this.workOf(cadreId).onSiteUntil = event.type === 'CheckedIn' ? endOfDay(day) : null;
    this.refresh(cadreId);
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

  private timed(carried: Carried, cadreId: CadreId, step: TimedStepName, at: Instant): void {
    const due = carried.due[step];
    if (due !== undefined) this.stepDone(cadreId, at, at <= due);
    carried.due[step] = undefined;
    this.workedAtNight(cadreId, at);
  }

  private stepDone(cadreId: CadreId, at: Instant, onTime: boolean): void {
    const work = this.workOf(cadreId);
    work.steps = remember(work.steps, { at, onTime }, at - this.policy.assignment.quality.days * DAY);
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
    const fresh: Work = {
      load: 0,
      lastAssignedAt: null,
      skillUse: new Map(),
      steps: noWork(),
      ratings: noWork(),
      onSiteUntil: null,
      night: undefined,
    };
    this.work.set(cadreId, fresh);
    return fresh;
  }

  private refresh(cadreId: CadreId): void {
    this.stale.add(cadreId);
  }

  private renew(cadreId: CadreId): void {
    const record = this.records.get(cadreId);
    if (!record) return;
    const work = this.workOf(cadreId);
    let { load } = work;
    for (const held of this.reserved.values()) if (held.cadreId === cadreId) load += held.weight;
    this.list.put(candidateOf(record, work, load, this.policy.assignment));
  }
}
