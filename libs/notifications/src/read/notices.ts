import type { AnyEvent } from '#kernel';
import type { CadreEvent } from '#cadres/domain';
import { endedSteps, type CaseEvent } from '#cases/domain';
import type { DutyEvent } from '#duty/domain';
import type { MediationEvent } from '#mediation/domain';
import { preferencesOf, type Notice, type NoticePreferencesChosen, type Preferences } from '#notifications/domain';
import type { CaseOversightEvent } from '#oversight/domain';
import type { ReviewEvent } from '#reviews/domain';
import { toParties } from './addressing.js';
import { noticesOfCadre } from './cadre-notices.js';
import { noticesOfDuty } from './duty-notices.js';
import { rememberCase, type CaseFacts } from './case-facts.js';
import { noticesOfCase } from './case-notices.js';
import { noticesOfMediation, overInMediation, rememberMediation, type MediationFacts } from './mediation-notices.js';
import { noticesOfOversight } from './oversight-notices.js';
import type { People } from './people.js';

/** What of the past has to be known to tell people of the present; kept with the place in the log. */
export interface NoticeMemory {
  readonly people: People;
  caseFacts(caseId: string): CaseFacts | undefined;
  keepCase(facts: CaseFacts): void;
  mediationFacts(mediationId: string): MediationFacts | undefined;
  keepMediation(mediationId: string, facts: MediationFacts): void;
  keepCadre(cadreId: string): void;
  keepPreferences(cadreId: string, preferences: Preferences): void;
}

export interface Told {
  readonly notices: readonly Notice[];
  /** What has not gone out of these steps of a case does not any more. */
  readonly over?: { readonly caseId: string; readonly steps: readonly string[] };
}

const NOTHING: Told = { notices: [] };

/** Which event tells whom what: the one place where events become notices. */
export const noticesOf = (stream: string, event: AnyEvent, memory: NoticeMemory): Told => {
  if (stream.startsWith('case-')) return ofCase(stream.slice('case-'.length), event as CaseEvent, memory);
  if (stream.startsWith('mediation-')) return ofMediation(event as MediationEvent, memory);
  if (stream.startsWith('review-')) return ofReview(event as ReviewEvent, memory);
  if (stream.startsWith('oversight-')) return ofOversight(event as CaseOversightEvent, memory);
  if (stream.startsWith('cadre-')) return ofCadre(event as CadreEvent, memory);
  if (stream.startsWith('duty-roster-')) return { notices: noticesOfDuty(event as DutyEvent) };
  if (stream.startsWith('notice-preferences-')) return ofPreferences(event as NoticePreferencesChosen, memory);
  return NOTHING;
};

const ofCase = (caseId: string, event: CaseEvent, memory: NoticeMemory): Told => {
  if (caseId.startsWith('numbers-')) return NOTHING;
  const known = memory.caseFacts(caseId);
  const facts = rememberCase(known, caseId, event);
  if (!facts) return NOTHING;
  if (facts !== known) memory.keepCase(facts);
  return { notices: noticesOfCase(event, facts, memory.people), over: { caseId, steps: endedSteps(event) } };
};

const ofMediation = (event: MediationEvent, memory: NoticeMemory): Told => {
  const { mediationId, caseId } = event.data;
  const known = memory.mediationFacts(mediationId);
  const mediation = rememberMediation(known, event);
  const facts = memory.caseFacts(caseId);
  if (!mediation || !facts) return NOTHING;
  if (mediation !== known) memory.keepMediation(mediationId, mediation);
  return { notices: noticesOfMediation(event, facts, mediation), over: { caseId, steps: overInMediation(event) } };
};

const ofReview = (event: ReviewEvent, memory: NoticeMemory): Told => {
  if (event.type !== 'ReviewRequested') return NOTHING;
  const facts = memory.caseFacts(event.data.caseId);
  if (!facts) return NOTHING;
  const told = { text: 'resident.review', pace: 'WORKING_TIME', step: 'review' } as const;
  return { notices: toParties(facts, told, event.data.parties) };
};

const ofOversight = (event: CaseOversightEvent, memory: NoticeMemory): Told => {
  const facts = memory.caseFacts(event.data.caseId);
  return facts ? { notices: noticesOfOversight(event, facts, memory.people) } : NOTHING;
};

const ofCadre = (event: CadreEvent, memory: NoticeMemory): Told => {
  const record = memory.people.apply(event);
  if (!record) return NOTHING;
  memory.keepCadre(record.cadreId);
  return { notices: noticesOfCadre(event, memory) };
};

const ofPreferences = ({ data }: NoticePreferencesChosen, memory: NoticeMemory): Told => {
  memory.keepPreferences(data.cadreId, preferencesOf(data));
  return NOTHING;
};
