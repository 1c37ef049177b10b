import type { CaseOversightEvent } from '#oversight/domain';
import type { Notice } from '#notifications/domain';
import { toCadre } from './addressing.js';
import type { NoticeMemory } from './notices.js';
import { SUPERVISORS } from './people.js';

/** What a resident says of his handler goes to the county's supervisors, and to nobody nearer (`docs/domain.md §5.3`). */
export const noticesOfOversight = (event: CaseOversightEvent, memory: NoticeMemory): readonly Notice[] => {
  if (event.type !== 'ResidentsWordRecorded') return [];
  const { caseId, askedFor } = event.data;
  const facts = memory.caseFacts(caseId);
  if (!facts) return [];
  const told = { text: 'residents.word', params: { askedFor }, pace: 'WORKING_TIME' } as const;
  return memory.people.told([SUPERVISORS], facts).map((cadreId) => toCadre(facts, cadreId, told));
};
