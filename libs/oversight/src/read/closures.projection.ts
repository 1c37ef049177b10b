import type { CaseEvent } from '#cases/domain';
import type { AnyEvent } from '#kernel';
import type { CaseOversightEvent } from '#oversight/domain';
import { policyOf, profileOf } from '#policy';
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
import type { ReviewEvent } from '#reviews/domain';

export const closureTables = {
  /** One row a case: what was done of the round that it is in, and how it was closed last. No texts. */
  closure: {
    columns: {
      case_id: 'text',
      case_no: 'text',
      type_code: 'text',
      township: 'text',
      village: 'text',
      path: 'text',
      confidentiality: 'text',
      complaint_targets: 'text',
      complaint_centres: 'text',
      /** Percent of the cases of this kind that are called back; 0 where none is, or the resident is not known. */
      sample: 'integer',
      round: 'integer',
      handler: 'text?',
      centre: 'text',
      /** The first contact in this round, when it was written down; and whether one person did all of it on the spot. */
      contact_at: 'integer?',
      on_the_spot: 'integer',
      resolved_at: 'integer?',
      /** Residents who were to be called back, and who answered. */
      asked: 'integer',
      answered: 'integer',
      outcome: 'text?',
      closed_at: 'integer?',
      /** `JUSTIFIED`, `ORDER`. */
      judgement: 'text?',
      judged_by: 'text?',
      judged_at: 'integer?',
    },
    primaryKey: ['case_id'],
    indexes: [['closed_at'], ['type_code', 'closed_at']],
  },
  /** By whom a matter came, or from which household: `p:` and `h:` before the id. */
  closure_person: {
    columns: { case_id: 'text', who: 'text', type_code: 'text', registered_at: 'integer' },
    primaryKey: ['case_id', 'who'],
    indexes: [['who', 'type_code', 'registered_at']],
  },
  /** What residents said that their handler had asked for. */
  residents_word: {
    columns: {
      case_id: 'text',
      revision: 'integer',
      asked_for: 'text',
      recorded_at: 'integer',
      recorded_by: 'text',
    },
    primaryKey: ['case_id', 'revision'],
    indexes: [['recorded_at']],
  },
} as const satisfies Tables;

type ClosureChange = Change<typeof closureTables>;
type Columns = Partial<Omit<RowOf<(typeof closureTables)['closure']>, 'case_id'>>;
type Of<Type extends CaseEvent['type']> = Extract<CaseEvent, { readonly type: Type }>;

const caseIdOf = ({ stream }: EventMeta): string => stream.slice('case-'.length);

const registered = ({ data, occurredAt }: Of<'CaseRegistered'>): ClosureChange[] => {
  const { caseId, place, typeCode, parties, complaint, anonymous, policyVersion, profile, tier } = data;
  const { limits, reviewSample } = profileOf(policyOf(policyVersion), profile);
  const households = parties.flatMap(({ householdId }) => (householdId === undefined ? [] : [`h:${householdId}`]));
  const people = [...new Set([...parties.map(({ partyId }) => `p:${partyId}`), ...households])];
  return [
    upsert('closure', {
      case_id: caseId,
      case_no: data.caseNo,
      type_code: typeCode,
      township: place.townshipId,
      village: place.villageIds[0] ?? '',
      path: `/county/${place.townshipId}/${place.villageIds[0] ?? ''}`,
      confidentiality: data.confidentiality,
      complaint_targets: JSON.stringify(complaint?.targets ?? []),
      complaint_centres: JSON.stringify(complaint?.centres ?? []),
      sample: anonymous || limits.review === null ? 0 : reviewSample,
      round: 1,
      centre: tier === 'K' ? place.countyCentre : place.centre,
    }),
    ...people.map((who) =>
      upsert('closure_person', { case_id: caseId, who, type_code: typeCode, registered_at: occurredAt }),
    ),
  ];
};

const columnsOf = (event: CaseEvent, { recordedAt }: EventMeta): Columns => {
  switch (event.type) {
    case 'CaseAssigned':
    case 'CaseReassigned':
      return {
        handler: event.data.handler,
        ...(event.data.decision.chosenBy === 'SELF' && { on_the_spot: 1 }),
      };
    case 'FirstResponseRecorded': {
      const { contact, claimed } = event.data;
      // a notice on the receipt code has reached nobody yet; what was claimed afterwards counts from when it was written down
      return contact === 'RECEIPT_CODE' ? {} : { contact_at: claimed ? recordedAt : event.occurredAt };
    }
    case 'CaseResolved':
      return { resolved_at: event.occurredAt, asked: event.data.reviewed.length, centre: event.data.centre };
    case 'CaseClosed':
      return { closed_at: event.occurredAt, outcome: event.data.outcome };
    case 'CaseReopened': {
      const anew = { contact_at: null, resolved_at: null, closed_at: null, outcome: null, judgement: null };
      const { round } = event.data;
      return { ...anew, round, on_the_spot: 0, asked: 0, answered: 0, judged_by: null, judged_at: null };
    }
    case 'ConfidentialityRaised':
      return { confidentiality: event.data.level };
    default:
      return {};
  }
};

const ofCase = (event: CaseEvent, meta: EventMeta): ClosureChange[] =>
  event.type === 'CaseRegistered'
    ? registered(event)
    : [patch('closure', { case_id: caseIdOf(meta) }, columnsOf(event, meta))];

const OF_CASE: readonly CaseEvent['type'][] = [
  ...(['CaseRegistered', 'CaseAssigned', 'CaseReassigned', 'FirstResponseRecorded', 'CaseResolved'] as const),
  ...(['CaseClosed', 'CaseReopened', 'ConfidentialityRaised'] as const),
];

const answered = ({ data: { caseId } }: ReviewEvent): ClosureChange =>
  patch('closure', { case_id: caseId }, { answered: plus(1) });

const ofOversight = (event: CaseOversightEvent, { revision }: EventMeta): ClosureChange => {
  if (event.type === 'ClosureJudged') {
    const { caseId, judgement, by } = event.data;
    const judged = { judgement, judged_by: by, judged_at: event.occurredAt };
    return patch('closure', { case_id: caseId }, judged);
  }
  const { caseId, askedFor, by } = event.data;
  return upsert('residents_word', {
    ...{ case_id: caseId, revision, asked_for: askedFor },
    ...{ recorded_at: event.occurredAt, recorded_by: by },
  });
};

/** How cases were closed, and what residents said of it: what the county's supervisors look at (`docs/domain.md §5.3`). */
export const closures = defineProjection<AnyEvent, typeof closureTables>({
  name: 'closures',
  version: 1,
  tables: closureTables,
  on: {
    ...Object.fromEntries(
      OF_CASE.map((type) => [type, (event: AnyEvent, meta: EventMeta) => ofCase(event as CaseEvent, meta)]),
    ),
    ReviewAnswered: (event) => answered(event as ReviewEvent),
    LateReviewRecorded: (event) => answered(event as ReviewEvent),
    ResidentsWordRecorded: (event, meta) => ofOversight(event as CaseOversightEvent, meta),
    ClosureJudged: (event, meta) => ofOversight(event as CaseOversightEvent, meta),
  },
});
