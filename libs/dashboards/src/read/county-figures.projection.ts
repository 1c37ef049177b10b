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
import type { AnyEvent } from '#kernel';
import type { AgreementEffective, MediationEvent, OralAgreementReached } from '#mediation/domain';
import { defineProjection, insert, patch, upsert, type Change, type EventMeta } from '#projections';
import type { ReviewEvent } from '#reviews/domain';
import { countyFiguresTables, type FigureAgreementRow, type FigureCaseRow } from './county-figures.tables.js';

type Figure = Change<typeof countyFiguresTables>;
type Columns = Partial<Omit<FigureCaseRow, 'case_id'>>;

const EVERY_STEP: readonly OwedStep[] = ['accept', 'assign', 'ack', 'respond', 'resolve', 'review', 'countyReview'];

const caseIdOf = ({ stream }: EventMeta): string => stream.slice('case-'.length);

const registered = ({ data, occurredAt }: Extract<CaseEvent, { type: 'CaseRegistered' }>): Figure =>
  upsert('figure_case', {
    case_id: data.caseId,
    type_code: data.typeCode,
    township: data.place.townshipId,
    village: data.place.villageIds[0] ?? '',
    path: `/county/${data.place.townshipId}/${data.place.villageIds[0] ?? ''}`,
    confidentiality: data.confidentiality,
    tier: data.tier,
    registered_at: occurredAt,
  });

const columnsOf = ({ type, data, occurredAt }: CaseEvent): Columns => {
  switch (type) {
    case 'CaseAccepted':
      return { accepted_at: occurredAt };
    case 'CaseAssigned':
    case 'CaseReassigned':
      return { handler: data.handler };
    case 'AssignmentDeclined':
      return { handler: null };
    case 'CaseResolved':
      return {
        ...(data.round === 1 && { resolved_at: occurredAt }),
        ...(!data.automatic && { resolver: data.by }),
      };
    case 'CaseClosed':
      return { outcome: data.outcome, closed_at: occurredAt };
    case 'CaseReopened':
      return { tier: data.tier, outcome: null, closed_at: null };
    case 'TierRaised':
      return { tier: data.tier };
    case 'ConfidentialityRaised':
      return { confidentiality: data.level };
    case 'CaseTransferredOut':
      return { transferred: 1 };
    case 'CaseMerged':
      return { merged: 1 };
    case 'MergeUndone':
      return { merged: 0 };
    case 'MediationConcluded':
      return { mediation_outcome: data.outcome, mediation_tier: data.tier, mediated_at: occurredAt };
    default:
      return {};
  }
};

/** Whose the step of a clock is from its start; steps without a handler are nobody's. */
const cadreOf = (event: CaseEvent, { step }: StepClock): string | null => {
  if (step === 'ack' && (event.type === 'CaseAssigned' || event.type === 'CaseReassigned')) return event.data.handler;
  return step === 'respond' && event.type === 'CaseAcknowledged' ? event.data.by : null;
};

const begun = (event: CaseEvent, caseId: string, revision: number, clock: StepClock): Figure[] => {
  const { step, round, attempt, dueAt } = clock;
  const key = { case_id: caseId, step, round, attempt };
  // an undone merge takes up clocks that it had ended; otherwise a known clock is only set anew
  if (event.type === 'MergeUndone') return [patch('figure_step', key, { since: revision, due_at: dueAt })];
  const cadre = cadreOf(event, clock);
  return [
    insert('figure_step', { case_id: caseId, step, round, attempt, due_at: dueAt, paused: 0, since: revision, cadre }),
    patch('figure_step', key, { due_at: dueAt, paused: 0 }),
  ];
};

const doneBy = (event: CaseEvent): string | null => {
  switch (event.type) {
    case 'CaseAcknowledged':
    case 'FirstResponseRecorded':
      return event.data.by;
    case 'CaseResolved':
      return event.data.automatic ? null : event.data.by;
    default:
      return null;
  }
};

/** A suspension ends no clock: it only holds it. */
const ended = (event: CaseEvent, caseId: string, revision: number): Figure[] => {
  if (event.type === 'CaseSuspended')
    return event.data.paused.map(({ clock: { step, round, attempt } }) =>
      patch('figure_step', { case_id: caseId, step, round, attempt }, { paused: 1 }),
    );
  const steps = endedSteps(event).filter(isOwed);
  const rows = steps.length === EVERY_STEP.length ? ['*'] : steps;
  return rows.map((step) =>
    upsert('figure_step_end', {
      case_id: caseId,
      revision,
      step,
      ended_at: event.occurredAt,
      done: completedStep(event) ?? null,
      missed: missedByEvent(event) ? 1 : 0,
      cadre: doneBy(event),
    }),
  );
};

/** What somebody owed and was reminded of, or that went up; it is cleared by what ends the step. */
const rungFired = (event: CaseEvent, caseId: string, revision: number): Figure[] => {
  if (event.type !== 'StepOverdue' && event.type !== 'CaseEscalated') return [];
  const { step } = event.data;
  if (!isOwed(step)) return [];
  const level = event.type === 'StepOverdue' ? 'E1' : event.data.level;
  return [upsert('figure_rung', { case_id: caseId, revision, step, level, fired_at: event.occurredAt })];
};

const moments = (event: CaseEvent, caseId: string, revision: number): Figure[] => {
  if (event.type === 'CaseAcknowledged')
    return [upsert('figure_acknowledged', { case_id: caseId, revision, acknowledged_at: event.occurredAt })];
  if (event.type !== 'FirstResponseRecorded') return [];
  const { by, claimed } = event.data;
  return [
    upsert('figure_response', {
      case_id: caseId,
      revision,
      responded_at: event.occurredAt,
      cadre: by,
      claimed: claimed ? 1 : 0,
    }),
  ];
};

const ofCase = (event: CaseEvent, meta: EventMeta): Figure[] => {
  const caseId = caseIdOf(meta);
  const { revision } = meta;
  const figures: Figure[] = event.type === 'CaseRegistered' ? [registered(event)] : [];
  const columns = columnsOf(event);
  if (Object.keys(columns).length > 0) figures.push(patch('figure_case', { case_id: caseId }, columns));
  if (event.type === 'SavingRecorded') {
    const { saving } = event.data;
    figures.push(upsert('figure_saving', { case_id: caseId, saving, recorded_at: event.occurredAt }));
  }
  figures.push(...ended(event, caseId, revision));
  for (const clock of startedClocks(event))
    if (isOwed(clock.step)) figures.push(...begun(event, caseId, revision, clock));
  figures.push(...moments(event, caseId, revision), ...rungFired(event, caseId, revision));
  return figures;
};

const ofReview = ({ type, data, occurredAt }: ReviewEvent): Figure[] => {
  const word = (party: string, rating: number): Figure =>
    upsert('figure_word', { case_id: data.caseId, round: data.round, party, rating, said_at: occurredAt });
  if (type === 'LateReviewRecorded') return [word(data.party, data.rating)];
  const settled = type === 'ReviewAnswered' || type === 'ReviewUnreachable' ? data.settled : undefined;
  return settled?.lowest === undefined ? [] : [word('', settled.lowest)];
};

const agreed = ({ data }: OralAgreementReached | AgreementEffective): Figure =>
  upsert('figure_agreement', {
    ...{ mediation_id: data.mediationId, case_id: data.caseId },
    window_until: data.followUp?.confirmation?.due.at ?? null,
  });

const ofAgreement = ({ data: { mediationId } }: MediationEvent, columns: Partial<FigureAgreementRow>): Figure =>
  patch('figure_agreement', { mediation_id: mediationId }, columns);

/** Every event of a case that says something of a figure. */
const OF_CASE: readonly CaseEvent['type'][] = [
  'CaseRegistered',
  'CaseAccepted',
  'CaseRejected',
  'CaseAssigned',
  'CaseReassigned',
  'AssignmentDeclined',
  'CaseAcknowledged',
  'FirstResponseRecorded',
  'LimitExtended',
  'CaseResolved',
  'CaseTransferredOut',
  'CaseWithdrawn',
  'CaseClosed',
  'CaseReopened',
  'CountyReviewOpened',
  'CountyReviewDecided',
  'StepOverdue',
  'CaseEscalated',
  'EscalationActionTaken',
  'MediationConcluded',
  'TierRaised',
  'CaseSuspended',
  'CaseResumed',
  'CaseMerged',
  'MergeUndone',
  'ConfidentialityRaised',
  'SavingRecorded',
];
const OF_REVIEW: readonly ReviewEvent['type'][] = ['ReviewAnswered', 'ReviewUnreachable', 'LateReviewRecorded'];

/** What the county's figures are counted from (`docs/domain.md §7`, M01–M10, M12, M20, M21 and M28). */
export const countyFigures = defineProjection<AnyEvent, typeof countyFiguresTables>({
  name: 'county-figures',
  version: 5,
  tables: countyFiguresTables,
  on: {
    ...Object.fromEntries(
      OF_CASE.map((type) => [type, (event: AnyEvent, meta: EventMeta) => ofCase(event as CaseEvent, meta)]),
    ),
    OralAgreementReached: (event) => agreed(event as OralAgreementReached),
    AgreementEffective: (event) => agreed(event as AgreementEffective),
    AgreementFulfilled: (event) =>
      ofAgreement(event as MediationEvent, { outcome: 'FULFILLED', outcome_at: event.occurredAt }),
    AgreementBreached: (event) =>
      ofAgreement(event as MediationEvent, { outcome: 'BREACHED', outcome_at: event.occurredAt }),
    ConfirmationGranted: (event) => ofAgreement(event as MediationEvent, { confirmed: 1 }),
    ...Object.fromEntries(OF_REVIEW.map((type) => [type, (event: AnyEvent) => ofReview(event as ReviewEvent)])),
  },
});
