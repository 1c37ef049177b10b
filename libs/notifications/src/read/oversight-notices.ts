import type { CaseOversightEvent } from '#oversight/domain';
import type { Notice } from '#notifications/domain';
import { toCadre } from './addressing.js';
import type { CaseFacts } from './case-facts.js';
import { SUPERVISORS, type People } from './people.js';

/** What a resident says of his handler goes to the county's supervisors, and to nobody nearer (`docs/domain.md §5.3`). */
export const noticesOfOversight = (
  { type, data }: CaseOversightEvent,
  facts: CaseFacts,
  people: People,
): readonly Notice[] => {
  if (type !== 'ResidentsWordRecorded') return [];
  const told = { text: 'residents.word', params: { askedFor: data.askedFor }, pace: 'WORKING_TIME' } as const;
  return people.told([SUPERVISORS], facts).map((cadreId) => toCadre(facts, cadreId, told));
};
