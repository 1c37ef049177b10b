import type { CadreEvent } from '#cadres/domain';
import type { Message, Notice, TextKey } from '#notifications/domain';
import { toCadre } from './addressing.js';
import type { CaseFacts } from './case-facts.js';
import type { People } from './people.js';

interface County {
  readonly people: People;
  caseFacts(caseId: string): CaseFacts | undefined;
}

/** What concerns somebody himself and no case: it can wait for him in the inbox. */
export const inTheInbox = (cadreId: string, message: Message): Notice => ({
  recipient: `cadre:${cadreId}`,
  message,
  channels: ['INBOX'],
  pace: 'WORKING_TIME',
});

type Handover = Extract<CadreEvent, { readonly type: 'HandoverRequired' | 'HandoverUnmet' }>;

/** The head of the unit finds another mediator whom the parties accept; a case goes to its substitute by itself. */
const toHeads = ({ data }: Handover, text: TextKey, county: County): readonly Notice[] => {
  const facts = data.task.kind === 'MEDIATION' ? county.caseFacts(data.task.caseId) : undefined;
  if (!facts) return [];
  const params = { absent: data.cadreId, ...('dueAt' in data && { due: data.dueAt }) };
  return county.people.told(data.to, facts).map((cadreId) => toCadre(facts, cadreId, { text, params }));
};

/** What concerns those who serve (`docs/domain.md §5.8`, and leave in §5.1). */
export const noticesOfCadre = (event: CadreEvent, county: County): readonly Notice[] => {
  switch (event.type) {
    case 'CertificateExpired': {
      const { cadreId, skill } = event.data;
      return [inTheInbox(cadreId, { text: 'certificate.expired', params: { skill } })];
    }
    case 'LeaveApproved': {
      const { cadreId, from, to, substitute } = event.data;
      return [inTheInbox(substitute, { text: 'leave.substitute', params: { absent: cadreId, from, to } })];
    }
    case 'HandoverRequired':
      return toHeads(event, 'handover.required', county);
    case 'HandoverUnmet':
      return toHeads(event, 'handover.unmet', county);
    default:
      return [];
  }
};
