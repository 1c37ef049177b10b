import type { AnyEvent } from '#kernel';
import type { MediationFacts } from '#cases/domain';
import type { MediationEvent } from '#mediation/domain';

/** What a case asks of its mediation when a wait is over, from the mediation's own stream. */
export const mediationFacts = (events: Iterable<AnyEvent>): MediationFacts => {
  let facts = NOTHING_HEARD;
  for (const event of events) facts = mediationFactsAfter(facts, event);
  return facts;
};

export const NOTHING_HEARD: MediationFacts = { consented: false };

export const mediationFactsAfter = (facts: MediationFacts, heard: AnyEvent): MediationFacts => {
  const event = heard as MediationEvent;
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
