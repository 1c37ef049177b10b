import type { AnyEvent } from '#kernel';
import type { MediationFacts } from '#cases/domain';
import type { MediationEvent } from '#mediation/domain';

/** What a case asks of its mediation when a wait is over, from the mediation's own stream. */
export const mediationFacts = (events: Iterable<AnyEvent>): MediationFacts => {
  let facts: MediationFacts = { consented: false };
  for (const event of events) facts = after(facts, event as MediationEvent);
  return facts;
};

const after = (facts: MediationFacts, event: MediationEvent): MediationFacts => {
  switch (event.type) {
    case 'PartyConsented':
      return { ...facts, consented: facts.consented || event.data.all };
    case 'SessionScheduled':
      return { ...facts, session: { startsAt: event.data.startsAt, endsAt: event.data.endsAt } };
    case 'SessionHeld':
      return { consented: facts.consented };
    default:
      return facts;
  }
};
