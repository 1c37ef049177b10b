import type { AnyEvent } from '#kernel';
import type { MediationEvent } from '#mediation/domain';
import type { Notice } from '#notifications/domain';
import { toCadre, toParties } from './addressing.js';
import type { CaseFacts } from './case-facts.js';

/** What has to be known of a mediation to tell its parties. */
export interface MediationFacts {
  readonly caseId: string;
  readonly parties: readonly string[];
}

export const rememberMediation = (
  facts: MediationFacts | undefined,
  event: MediationEvent,
): MediationFacts | undefined =>
  event.type === 'MediationProposed' ? { caseId: event.data.caseId, parties: event.data.parties } : facts;

type On = {
  readonly [Type in MediationEvent['type']]?: (
    event: Extract<MediationEvent, { readonly type: Type }>,
    facts: CaseFacts,
    parties: readonly string[],
  ) => readonly Notice[];
};

const AGREED = { text: 'resident.agreement' } as const;

/** Who is told of what happens in a mediation and to its agreement (`docs/domain.md §5.2, §5.8`). */
const on: On = {
  RightsInformed: (_, facts, parties) => toParties(facts, { text: 'resident.rights' }, parties),
  SessionScheduled: ({ data: { startsAt, parties } }, facts) =>
    toParties(facts, { text: 'resident.session', params: { startsAt }, step: 'session' }, parties),
  OralAgreementReached: (_, facts, parties) => toParties(facts, AGREED, parties),
  AgreementEffective: (_, facts, parties) => toParties(facts, AGREED, parties),
  RemediesInformed: ({ data: { routes } }, facts, parties) =>
    toParties(facts, { text: 'resident.remedies', params: { routes } }, parties),
  PerformanceUrged: ({ data: { term, obligor, due, to } }, facts) => [
    ...to.map(({ cadreId }) =>
      toCadre(facts, cadreId, { text: 'performance.urged', params: { term, due: due.at }, pace: 'WORKING_TIME' }),
    ),
    ...toParties(facts, { text: 'resident.performanceUrged', params: { term, due: due.at }, pace: 'WORKING_TIME' }, [
      obligor,
    ]),
  ],
  ConfirmationReminded: ({ data: { until, to } }, facts, parties) => [
    ...to.map(({ cadreId }) =>
      toCadre(facts, cadreId, { text: 'confirmation.reminded', params: { until }, pace: 'WORKING_TIME' }),
    ),
    ...toParties(facts, { text: 'resident.confirmationReminded', params: { until }, pace: 'WORKING_TIME' }, parties),
  ],
  AgreementBreached: (_, facts) =>
    facts.handler === undefined
      ? []
      : [toCadre(facts, facts.handler, { text: 'agreement.breached', pace: 'WORKING_TIME' })],
};

const ENDS: readonly string[] = ['SessionScheduled', 'SessionHeld', 'MediationFailed', 'MediationTerminated'];

/** A session that is moved, held or given up is not announced any more. */
export const overInMediation = ({ type }: AnyEvent): readonly string[] => (ENDS.includes(type) ? ['session'] : []);

export const noticesOfMediation = (
  event: AnyEvent,
  facts: CaseFacts,
  { parties }: MediationFacts,
): readonly Notice[] => {
  const tell = Object.hasOwn(on, event.type) ? on[event.type as MediationEvent['type']] : undefined;
  return (
    (tell as ((event: AnyEvent, facts: CaseFacts, parties: readonly string[]) => readonly Notice[]) | undefined)?.(
      event,
      facts,
      parties,
    ) ?? []
  );
};
