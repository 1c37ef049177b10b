import { calledInBy, endedSteps, firedRung, startedClocks, type CaseEvent } from '#cases/domain';
import { casePath } from './case-path.js';
import type { AnyEvent } from '#kernel';
import {
  defineProjection,
  patch,
  remove,
  upsert,
  type Change,
  type EventMeta,
  type RowOf,
  type Tables,
} from '#projections';

export const caseBoardTables = {
  case_board: {
    columns: {
      case_id: 'text',
      case_no: 'text',
      type_code: 'text',
      channel: 'text',
      stage: 'text',
      tier: 'text',
      round: 'integer',
      priority: 'text',
      confidentiality: 'text',
      township: 'text',
      village: 'text',
      path: 'text',
      /** Units that answer for the case now: a JSON array. */
      centres: 'text',
      centre: 'text',
      county_centre: 'text',
      with_leaders: 'integer',
      county_matter: 'integer',
      handler: 'text?',
      /** JSON arrays of cadre ids, and of unit ids. */
      co_handlers: 'text',
      complaint_targets: 'text',
      complaint_centres: 'text',
      risk: 'text?',
      outcome: 'text?',
      rating: 'integer?',
      registered_at: 'integer',
      changed_at: 'integer',
      closed_at: 'integer?',
      revision: 'integer',
    },
    primaryKey: ['case_id'],
    indexes: [
      ['stage', 'registered_at'],
      ['handler', 'stage'],
      ['path', 'registered_at'],
    ],
  },
  case_clock: {
    columns: {
      case_id: 'text',
      step: 'text',
      round: 'integer',
      attempt: 'integer',
      started_at: 'integer',
      due_at: 'integer',
      /** Highest rung that has fired: `-`, `WARN`, `E1`, `E2`, `E3`. */
      level: 'text',
    },
    primaryKey: ['case_id', 'step'],
    indexes: [['due_at']],
  },
} as const satisfies Tables;

type CaseChange = Change<typeof caseBoardTables>;
type Columns = Partial<Omit<RowOf<(typeof caseBoardTables)['case_board']>, 'case_id'>>;

const caseIdOf = ({ stream }: EventMeta): string => stream.slice('case-'.length);

/** What the event shows in the row of its case; stage and the rest stay where it says nothing. */
const columnsOf = (event: CaseEvent): Columns => {
  switch (event.type) {
    case 'CaseAccepted':
      return { stage: 'ACCEPTED' };
    case 'RiskAssessed':
      return { risk: event.data.level };
    case 'CaseRejected':
      return { stage: 'REJECTED', closed_at: event.occurredAt };
    case 'CaseAssigned':
    case 'CaseReassigned':
      return {
        stage: 'ASSIGNED',
        handler: event.data.handler,
        co_handlers: JSON.stringify(event.data.coHandlers),
      };
    case 'AssignmentDeclined':
      return { stage: 'ACCEPTED', handler: null, co_handlers: '[]' };
    case 'CaseAcknowledged':
      return { stage: event.data.resumed ? 'IN_PROGRESS' : 'ACKNOWLEDGED' };
    case 'FirstResponseRecorded':
      return { stage: 'IN_PROGRESS' };
    case 'CaseResolved':
      return { stage: 'RESOLVED', outcome: event.data.outcome };
    case 'CaseTransferredOut':
      return { stage: 'TRANSFERRED_OUT', closed_at: event.occurredAt };
    case 'CaseWithdrawn':
      return { stage: 'WITHDRAWN', closed_at: event.occurredAt };
    case 'CaseClosed':
      return {
        stage: 'CLOSED',
        outcome: event.data.outcome,
        closed_at: event.occurredAt,
        ...(event.data.rating !== undefined && { rating: event.data.rating }),
      };
    case 'CaseReopened':
      return {
        stage: 'ACCEPTED',
        round: event.data.round,
        tier: event.data.tier,
        centres: JSON.stringify([event.data.ledBy]),
        handler: null,
        co_handlers: '[]',
        outcome: null,
        closed_at: null,
      };
    case 'CountyReviewOpened':
      return { stage: 'COUNTY_REVIEW', rating: event.data.rating };
    default:
      return {};
  }
};

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
    centres: JSON.stringify([data.tier === 'K' ? data.place.countyCentre : data.place.centre]),
    centre: data.place.centre,
    county_centre: data.place.countyCentre,
    co_handlers: '[]',
    complaint_targets: JSON.stringify(data.complaint?.targets ?? []),
    complaint_centres: JSON.stringify(data.complaint?.centres ?? []),
    registered_at: occurredAt,
    changed_at: occurredAt,
  });

const partsOf = (event: CaseEvent): Columns => {
  const { withLeaders, countyMatter } = calledInBy(event);
  return { ...(withLeaders && { with_leaders: 1 }), ...(countyMatter && { county_matter: 1 }) };
};

const clockChanges = (caseId: string, event: CaseEvent): CaseChange[] => {
  const ended = endedSteps(event).map((step) => remove('case_clock', { case_id: caseId, step }));
  const started = startedClocks(event).map(({ step, round, attempt, startedAt, dueAt, fired }) =>
    upsert('case_clock', {
      case_id: caseId,
      step,
      round,
      attempt,
      started_at: startedAt,
      due_at: dueAt,
      level: fired.filter((level) => level !== 'REMIND').at(-1) ?? '-',
    }),
  );
  const fired = firedRung(event);
  const level = fired ? [patch('case_clock', { case_id: caseId, step: fired.step }, { level: fired.level })] : [];
  return [...ended, ...started, ...level];
};

const shown = (event: CaseEvent, meta: EventMeta): CaseChange[] => {
  const caseId = caseIdOf(meta);
  return [
    ...(event.type === 'CaseRegistered' ? [registered(event)] : []),
    patch(
      'case_board',
      { case_id: caseId },
      { ...columnsOf(event), ...partsOf(event), changed_at: event.occurredAt, revision: meta.revision },
    ),
    ...clockChanges(caseId, event),
  ];
};

const SHOWN: readonly CaseEvent['type'][] = [
  'CaseRegistered',
  'CaseAccepted',
  'RiskAssessed',
  'CaseRejected',
  'CaseAssigned',
  'AssignmentRelaxed',
  'CaseReassigned',
  'AssignmentDeclined',
  'CaseAcknowledged',
  'FirstResponseRecorded',
  'ProgressRecorded',
  'LimitExtended',
  'CaseResolved',
  'CaseTransferredOut',
  'CaseWithdrawn',
  'CaseClosed',
  'CaseReopened',
  'CountyReviewOpened',
  'CountyReviewDecided',
  'StepWarned',
  'StepOverdue',
  'CaseEscalated',
  'SupervisionReminded',
  'EscalationActionTaken',
];

/** Every case with its running clocks: my tasks, all open cases, the overdue ladder. */
export const caseBoard = defineProjection<AnyEvent, typeof caseBoardTables>({
  name: 'case-board',
  version: 1,
  tables: caseBoardTables,
  on: Object.fromEntries(
    SHOWN.map((type) => [type, (event: AnyEvent, meta: EventMeta) => shown(event as CaseEvent, meta)]),
  ),
});
