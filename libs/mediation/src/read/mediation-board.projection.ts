import {
  defineProjection,
  patch,
  plus,
  upsert,
  type Change,
  type EventMeta,
  type RowOf,
  type Tables,
} from '#projections';
import type { MediationEvent } from '#mediation/domain';

export const mediationBoardTables = {
  /** One row a mediation; who may see it follows from its case (`case_board`). */
  mediation_board: {
    columns: {
      mediation_id: 'text',
      case_id: 'text',
      case_no: 'text',
      type_code: 'text',
      tier: 'text',
      stage: 'text',
      round: 'integer',
      consents_asked: 'integer',
      consents_given: 'integer',
      /** Waits for the parties' answers, and accepted by all. */
      offered: 'text?',
      mediator: 'text?',
      next_session_at: 'integer?',
      next_session_end: 'integer?',
      sessions_held: 'integer',
      /** The draft that signatures count for; 0 where nothing is written. */
      draft: 'integer',
      sealed: 'integer',
      /** `ORAL`, `WRITTEN`. */
      agreement: 'text?',
      /** `AGREED`, `FAILED`, `TERMINATED`, `DECLINED`. */
      outcome: 'text?',
      proposed_at: 'integer',
      changed_at: 'integer',
      ended_at: 'integer?',
      revision: 'integer',
    },
    primaryKey: ['mediation_id'],
    indexes: [['case_id'], ['stage', 'next_session_at'], ['mediator', 'stage']],
  },
  mediation_party: {
    columns: {
      mediation_id: 'text',
      party: 'text',
      /** `ASKED`, `CONSENTED`, `DECLINED`. */
      consent: 'text',
      /** Last answer about a mediator, `ACCEPTED` or `REFUSED`, and about whom it was. */
      mediator_answer: 'text?',
      mediator_asked: 'text?',
      /** The draft that he signed last. */
      signed_draft: 'integer?',
    },
    primaryKey: ['mediation_id', 'party'],
  },
} as const satisfies Tables;

type BoardChange = Change<typeof mediationBoardTables>;
export type MediationRow = RowOf<(typeof mediationBoardTables)['mediation_board']>;
type PartyRow = RowOf<(typeof mediationBoardTables)['mediation_party']>;
type Of<Type extends MediationEvent['type']> = Extract<MediationEvent, { readonly type: Type }>;

const proposed = ({ data, occurredAt }: Of<'MediationProposed'>, { revision }: EventMeta): BoardChange[] => [
  upsert('mediation_board', {
    mediation_id: data.mediationId,
    case_id: data.caseId,
    case_no: data.caseNo,
    type_code: data.typeCode,
    tier: data.tier,
    stage: 'PROPOSED',
    round: data.round,
    consents_asked: data.parties.length,
    proposed_at: occurredAt,
    changed_at: occurredAt,
    revision,
  }),
  ...data.parties.map((party) =>
    upsert('mediation_party', { mediation_id: data.mediationId, party, consent: 'ASKED' }),
  ),
];

/** What an event changes in the row of its mediation. */
const row = (
  { data: { mediationId }, occurredAt }: MediationEvent,
  { revision }: EventMeta,
  columns: Parameters<typeof patch>[2] = {},
): BoardChange =>
  patch('mediation_board', { mediation_id: mediationId }, { ...columns, changed_at: occurredAt, revision });

const partyRow = (mediationId: string, party: string, columns: Partial<PartyRow>): BoardChange =>
  patch('mediation_party', { mediation_id: mediationId, party }, columns);

const ended = (
  event: MediationEvent,
  meta: EventMeta,
  outcome: 'AGREED' | 'FAILED' | 'TERMINATED' | 'DECLINED',
  columns: { readonly agreement?: 'ORAL' | 'WRITTEN' } = {},
): BoardChange =>
  row(event, meta, {
    ...columns,
    outcome,
    stage: outcome === 'AGREED' ? 'PERFORMING' : outcome,
    offered: null,
    next_session_at: null,
    next_session_end: null,
    ended_at: event.occurredAt,
  });

/** Every mediation: where it stands, who has answered, when the next session is (`docs/domain.md §5.2`). */
export const mediationBoard = defineProjection<MediationEvent, typeof mediationBoardTables>({
  name: 'mediation-board',
  version: 2,
  tables: mediationBoardTables,
  on: {
    MediationProposed: proposed,
    PartyConsented: (event, meta) => [
      row(event, meta, { consents_given: plus(1), ...(event.data.all && { stage: 'SCHEDULED' }) }),
      partyRow(event.data.mediationId, event.data.party, { consent: 'CONSENTED' }),
    ],
    PartyDeclined: (event, meta) => [
      ended(event, meta, 'DECLINED'),
      partyRow(event.data.mediationId, event.data.party, { consent: 'DECLINED' }),
    ],
    ConsentLapsed: (event, meta) => ended(event, meta, 'DECLINED'),
    MediatorProposed: (event, meta) => row(event, meta, { offered: event.data.mediatorId }),
    MediatorAccepted: (event, meta) => {
      const { mediationId, party, mediatorId, all, township } = event.data;
      return [
        row(event, meta, {
          ...(all && { offered: null }),
          ...(all && township === undefined && { mediator: mediatorId }),
        }),
        partyRow(mediationId, party, { mediator_answer: 'ACCEPTED', mediator_asked: mediatorId }),
      ];
    },
    MediatorRefused: (event, meta) => {
      const { mediationId, party, mediatorId } = event.data;
      return [
        row(event, meta, { offered: null }),
        partyRow(mediationId, party, { mediator_answer: 'REFUSED', mediator_asked: mediatorId }),
      ];
    },
    RightsInformed: (event, meta) => row(event, meta),
    SessionScheduled: (event, meta) => {
      const { startsAt, endsAt } = event.data;
      return row(event, meta, { stage: 'IN_SESSION', next_session_at: startsAt, next_session_end: endsAt });
    },
    SessionHeld: (event, meta) =>
      row(event, meta, { sessions_held: plus(1), next_session_at: null, next_session_end: null }),
    MediationExtended: (event, meta) => row(event, meta),
    ViolenceSignNoted: (event, meta) => row(event, meta),
    RemediesInformed: (event, meta) => row(event, meta),
    MediationTerminated: (event, meta) => ended(event, meta, 'TERMINATED'),
    MediationFailed: (event, meta) => ended(event, meta, 'FAILED'),
    OralAgreementReached: (event, meta) => ended(event, meta, 'AGREED', { agreement: 'ORAL' }),
    AgreementDrafted: (event, meta) => row(event, meta, { draft: event.data.draft, sealed: 0 }),
    AgreementSigned: (event, meta) => {
      const { mediationId, signer, as, draft } = event.data;
      return [row(event, meta), ...(as === 'PARTY' ? [partyRow(mediationId, signer, { signed_draft: draft })] : [])];
    },
    AgreementSealed: (event, meta) => row(event, meta, { sealed: 1 }),
    AgreementEffective: (event, meta) => ended(event, meta, 'AGREED', { agreement: 'WRITTEN' }),
    TermPerformed: (event, meta) => row(event, meta),
    PerformanceUrged: (event, meta) => row(event, meta),
    AgreementFulfilled: (event, meta) => row(event, meta, { stage: 'FULFILLED' }),
    AgreementBreached: (event, meta) => row(event, meta, { stage: 'BREACHED' }),
    ConfirmationReminded: (event, meta) => row(event, meta),
    ConfirmationApplied: (event, meta) => row(event, meta),
    ConfirmationWindowClosed: (event, meta) => row(event, meta),
    ConfirmationGranted: (event, meta) => row(event, meta),
    ConfirmationRefused: (event, meta) => row(event, meta),
  },
});
