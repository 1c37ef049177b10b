import {
  calledInBy,
  endedSteps,
  firedRung,
  hasLadder,
  startedClocks,
  type CaseEvent,
  type CaseStep,
  type StepClock,
} from '#cases/domain';
import { patch, plus, remove, upsert, type Change, type EventMeta } from '#projections';
import type { CaseBoardRow, caseBoardTables } from './case-board.tables.js';
import { casePath } from './case-path.js';

export type CaseChange = Change<typeof caseBoardTables>;
type Columns = Partial<Omit<CaseBoardRow, 'case_id'>>;

const caseIdOf = ({ stream }: EventMeta): string => stream.slice('case-'.length);

/** All that an event of a case changes in its rows. */
export const changesOf = (event: CaseEvent, meta: EventMeta): CaseChange[] => {
  const caseId = caseIdOf(meta);
  const turn: Turn = { ended: endedSteps(event), started: startedClocks(event) };
  const changes: CaseChange[] = event.type === 'CaseRegistered' ? [registered(event)] : [];
  const columns = { ...columnsOf(event), ...partsOf(event), ...spansOf(event, turn) };
  changes.push(
    patch('case_board', { case_id: caseId }, { ...columns, changed_at: event.occurredAt, revision: meta.revision }),
    ...clockChanges(caseId, event, turn),
    ...mediationChanges(caseId, event),
    ...readerChanges(caseId, event),
    ...(event.type === 'RiskCheckMissed' ? [patch('case_board', { case_id: caseId }, { checks_missed: plus(1) })] : []),
  );
  return changes;
};

/** What an event does to the clocks. */
interface Turn {
  readonly ended: readonly CaseStep[];
  readonly started: readonly StepClock[];
}

const registered = ({ data, occurredAt }: Extract<CaseEvent, { type: 'CaseRegistered' }>): CaseChange =>
  upsert('case_board', {
    case_id: data.caseId,
    case_no: data.caseNo,
    type_code: data.typeCode,
    channel: data.channel,
    stage: 'REGISTERED',
    tier: data.tier,
    round: 1,
    priority: data.priority,
    confidentiality: data.confidentiality,
    township: data.place.townshipId,
    village: data.place.villageIds[0] ?? '',
    path: casePath(data.place),
    centre: data.place.centre,
    county_centre: data.place.countyCentre,
    co_handlers: '[]',
    complaint_targets: JSON.stringify(data.complaint?.targets ?? []),
    complaint_centres: JSON.stringify(data.complaint?.centres ?? []),
    registered_at: occurredAt,
    changed_at: occurredAt,
  });

const WITHOUT_HANDLER: Columns = { handler: null, co_handlers: '[]' };

const over = (stage: string, { occurredAt }: CaseEvent): Columns => ({
  ...{ stage, suspended: 0, mediating: 0, closed_at: occurredAt },
  ...{ budget_from: null, budget_due: null, resolve_from: null, resolve_due: null },
});

/** What the event shows in the row of its case; what it does not name stays. */
const columnsOf = (event: CaseEvent): Columns => {
  switch (event.type) {
    case 'CaseAccepted':
      return { stage: 'ACCEPTED' };
    case 'RiskAssessed':
      return { risk: event.data.level, checked_at: event.occurredAt };
    case 'RiskChecked':
      return { checked_at: event.occurredAt };
    case 'RiskLowered':
      return { risk: event.data.level };
    case 'PriorityRaised':
      return { priority: event.data.priority };
    case 'ConfidentialityRaised':
      return { confidentiality: event.data.level };
    case 'CaseRejected':
      return over('REJECTED', event);
    case 'CaseAssigned':
    case 'CaseReassigned': {
      const { handler, coHandlers } = event.data;
      return { stage: 'ASSIGNED', handler, co_handlers: JSON.stringify(coHandlers) };
    }
    case 'AssignmentDeclined':
      return { stage: 'ACCEPTED', ...WITHOUT_HANDLER };
    case 'CaseAcknowledged':
      return { stage: event.data.resumed ? 'IN_PROGRESS' : 'ACKNOWLEDGED' };
    case 'FirstResponseRecorded':
      return { stage: 'IN_PROGRESS' };
    case 'MediationRequested':
      return { mediating: 1, mediation_id: event.data.mediationId };
    case 'MediationConcluded':
      return { mediating: 0 };
    case 'TierRaised':
      return { stage: 'ACCEPTED', tier: event.data.tier, ...WITHOUT_HANDLER };
    case 'CaseSuspended':
      return { suspended: 1 };
    case 'CaseResumed':
      return { suspended: 0 };
    case 'CaseMerged':
      return { ...over('MERGED', event), merged_into: event.data.into };
    case 'MergeUndone':
      return { stage: event.data.stage, closed_at: null, merged_into: null };
    case 'CaseResolved':
      return { stage: 'RESOLVED', outcome: event.data.outcome };
    case 'CaseTransferredOut':
      return over('TRANSFERRED_OUT', event);
    case 'CaseWithdrawn':
      return over('WITHDRAWN', event);
    case 'CaseClosed': {
      const { outcome, rating } = event.data;
      return { ...over('CLOSED', event), outcome, ...(rating !== undefined && { rating }) };
    }
    case 'CaseReopened': {
      const { round, tier, ledBy } = event.data;
      return { stage: 'ACCEPTED', round, tier, led_by: ledBy, outcome: null, closed_at: null, ...WITHOUT_HANDLER };
    }
    case 'CountyReviewOpened':
      return { stage: 'COUNTY_REVIEW', rating: event.data.rating };
    default:
      return {};
  }
};

const partsOf = (event: CaseEvent): Columns => {
  const { withLeaders, countyMatter } = calledInBy(event) ?? {};
  return { ...(withLeaders && { with_leaders: 1 }), ...(countyMatter && { county_matter: 1 }) };
};

/** A suspension holds the days where they are; what ends them empties them. */
const spansOf = (event: CaseEvent, { ended, started }: Turn): Columns => {
  const columns: Columns = {};
  if (event.type !== 'CaseSuspended')
    for (const step of ended) {
      if (step === 'tierBudget') columns.budget_from = columns.budget_due = null;
      if (step === 'resolve') columns.resolve_from = columns.resolve_due = null;
    }
  for (const { step, startedAt, dueAt } of started) {
    if (step === 'tierBudget') [columns.budget_from, columns.budget_due] = [startedAt, dueAt];
    if (step === 'resolve') [columns.resolve_from, columns.resolve_due] = [startedAt, dueAt];
  }
  return columns;
};

const clockChanges = (caseId: string, event: CaseEvent, { ended, started }: Turn): CaseChange[] => {
  const removed = ended.map((step) => remove(hasLadder(step) ? 'case_clock' : 'case_wait', { case_id: caseId, step }));
  const fired = firedRung(event);
  const level =
    fired && hasLadder(fired.step)
      ? [patch('case_clock', { case_id: caseId, step: fired.step }, { level: fired.level })]
      : [];
  return [...removed, ...started.map((clock) => begun(caseId, clock)), ...level];
};

const begun = (caseId: string, { step, round, attempt, startedAt, dueAt, fired }: StepClock): CaseChange => {
  if (!hasLadder(step)) return upsert('case_wait', { case_id: caseId, step, started_at: startedAt, due_at: dueAt });
  const level = fired.findLast((rung) => rung !== 'REMIND') ?? '-';
  return upsert('case_clock', { case_id: caseId, step, round, attempt, started_at: startedAt, due_at: dueAt, level });
};

const readerChanges = (caseId: string, event: CaseEvent): CaseChange[] => {
  switch (event.type) {
    case 'NamedReaderAdded':
      return [upsert('case_reader', { case_id: caseId, reader: event.data.reader })];
    case 'NamedReaderRemoved':
      return [remove('case_reader', { case_id: caseId, reader: event.data.reader })];
    case 'RecusalDeclared':
      return [remove('case_reader', { case_id: caseId, reader: event.data.cadreId })];
    default:
      return [];
  }
};

const mediationChanges = (caseId: string, event: CaseEvent): CaseChange[] => {
  switch (event.type) {
    case 'MediationRequested':
      return [upsert('case_mediation', { mediation_id: event.data.mediationId, case_id: caseId, stage: 'PROPOSED' })];
    case 'MediatorAppointed': {
      const { mediationId, mediatorId, township } = event.data;
      const sits = upsert('case_mediator', { case_id: caseId, mediator: mediatorId });
      // of a joint panel the board names who leads it
      if (township !== undefined) return [sits];
      return [sits, patch('case_mediation', { mediation_id: mediationId }, { mediator: mediatorId })];
    }
    case 'MediationConcluded': {
      const { mediationId, outcome } = event.data;
      const stage = outcome === 'AGREED' ? 'PERFORMING' : outcome;
      return [patch('case_mediation', { mediation_id: mediationId }, { stage })];
    }
    default:
      return [];
  }
};
