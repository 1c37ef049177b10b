import type { AnyEvent, Instant } from '#kernel';
import {
  completedStep,
  endedSteps,
  isOwed,
  missedByEvent,
  startedClocks,
  type CaseEvent,
  type OwedStep,
  type StepClock,
} from '#cases/domain';
import type { ReviewEvent } from '#reviews/domain';

/** A rate never goes without its denominator (`docs/domain.md`, second rule). */
export interface Share {
  readonly good: number;
  readonly of: number;
}

/** Figures of `docs/domain.md §7` over the log up to an instant. */
export interface Figures {
  /** On time by step: done at or before the due, of those whose due has come. */
  readonly M02: Readonly<Partial<Record<OwedStep, Share>>>;
  /** Agreements fulfilled, of those fulfilled or broken. */
  readonly M07: Share;
  /** Satisfied, of the cases rated; the lowest rating of the last word counts. */
  readonly M09: Share;
  /** Reviews answered, of those whose due has come. */
  readonly M10: Share;
  /** Rungs fired. */
  readonly M28: Readonly<Record<'E1' | 'E2' | 'E3', number>>;
}

/** One run of a step's clock. */
interface Run {
  readonly step: OwedStep;
  readonly round: number;
  readonly attempt: number;
  dueAt: Instant;
  /** Stands still while the case is suspended. */
  paused?: boolean;
  /** `DROPPED`: taken away before it was due, so nobody's fault or merit. */
  ended?: 'ON_TIME' | 'LATE' | 'DROPPED';
}

const NONE: Share = { good: 0, of: 0 };

/** Folds the events of cases, agreements and reviews into figures; ratings above `dissatisfiedUpTo` are satisfied. */
export class FiguresFold {
  private readonly runs: Run[] = [];
  private readonly running = new Map<string, Run>();
  private readonly ratings = new Map<string, { readonly round: number; readonly lowest: number }>();
  /** Due of each review, and whether somebody answered. */
  private readonly reviews = new Map<string, { run: Run; answered: boolean }>();
  private agreements: Share = NONE;
  private readonly fired = { E1: 0, E2: 0, E3: 0 };

  constructor(private readonly dissatisfiedUpTo: number) {}

  apply(stream: string, event: AnyEvent): void {
    if (stream.startsWith('case-')) this.case(stream.slice('case-'.length), event as CaseEvent);
    else if (event.type === 'AgreementFulfilled' || event.type === 'AgreementBreached') this.followed(event.type);
    else if (stream.startsWith('review-')) this.review(stream.slice('review-'.length), event as ReviewEvent);
  }

  /** @param until the period's end: what is due at it or later is not counted yet */
  at(until: Instant): Figures {
    const steps: Partial<Record<OwedStep, Share>> = {};
    for (const { step, dueAt, paused, ended } of this.runs) {
      if (dueAt >= until || paused || ended === 'DROPPED') continue;
      const { good, of } = steps[step] ?? NONE;
      steps[step] = { good: good + (ended === 'ON_TIME' ? 1 : 0), of: of + 1 };
    }
    const due = [...this.reviews.values()].filter(({ run }) => run.dueAt < until && !run.paused);
    const rated = [...this.ratings.values()].map(({ lowest }) => lowest);
    return {
      M02: steps,
      M07: this.agreements,
      M09: { good: rated.filter((rating) => rating > this.dissatisfiedUpTo).length, of: rated.length },
      M10: { good: due.filter(({ answered }) => answered).length, of: due.length },
      M28: { ...this.fired },
    };
  }

  private followed(outcome: 'AgreementFulfilled' | 'AgreementBreached'): void {
    const { good, of } = this.agreements;
    this.agreements = { good: good + (outcome === 'AgreementFulfilled' ? 1 : 0), of: of + 1 };
  }

  private case(caseId: string, event: CaseEvent): void {
    if (event.type === 'StepOverdue') this.fired.E1 += 1;
    if (event.type === 'CaseEscalated') this.fired[event.data.level] += 1;
    if (event.type === 'CaseSuspended') this.pause(caseId, event.data.paused);
    else for (const step of endedSteps(event)) this.end(`${caseId}/${step}`, event);
    for (const clock of startedClocks(event)) if (isOwed(clock.step)) this.start(caseId, clock.step, clock);
  }

  private pause(caseId: string, paused: readonly { readonly clock: StepClock }[]): void {
    for (const { clock } of paused) {
      const run = this.running.get(`${caseId}/${clock.step}`);
      if (run) run.paused = true;
    }
  }

  private start(caseId: string, step: OwedStep, { round, attempt, dueAt }: StepClock): void {
    const key = `${caseId}/${step}`;
    const known = this.running.get(key);
    if (known?.round === round && known.attempt === attempt) {
      known.dueAt = dueAt; // the same clock, set anew
      known.paused = false;
      return;
    }
    const run: Run = { step, round, attempt, dueAt };
    this.running.set(key, run);
    this.runs.push(run);
    if (step === 'review') this.reviews.set(`${caseId}-${round}`, { run, answered: false });
  }

  private end(key: string, event: CaseEvent): void {
    const run = this.running.get(key);
    if (!run) return;
    this.running.delete(key);
    const late = event.occurredAt > run.dueAt || missedByEvent(event);
    run.ended = late ? 'LATE' : completedStep(event) === run.step ? 'ON_TIME' : 'DROPPED';
  }

  private review(reviewId: string, event: ReviewEvent): void {
    if (event.type === 'LateReviewRecorded') this.rate(event.data.caseId, event.data.round, event.data.rating);
    if (event.type !== 'ReviewAnswered' && event.type !== 'ReviewUnreachable') return;
    const { settled, caseId, round } = event.data;
    if (settled?.lowest === undefined) return;
    this.rate(caseId, round, settled.lowest);
    const review = this.reviews.get(reviewId);
    if (review) review.answered = true;
  }

  /** Of one round the lowest word counts, of several the last round. */
  private rate(caseId: string, round: number, rating: number): void {
    const known = this.ratings.get(caseId);
    const lowest = known?.round === round ? Math.min(known.lowest, rating) : rating;
    if (!known || round >= known.round) this.ratings.set(caseId, { round, lowest });
  }
}
