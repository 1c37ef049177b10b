import { fold, type AnyEvent } from '#kernel';
import { caseDecider, type CaseEvent } from '#cases/domain';
import type { Confidentiality } from '#policy';

/** What access and a resident's word must know of the case. */
export interface OverseenCase {
  readonly path: string;
  readonly confidentiality: Confidentiality;
  readonly parties: readonly string[];
  readonly complaintTargets: readonly string[];
  readonly targetCentres: readonly string[];
}

/** @param events of the case's stream, from the first; nothing where there are none. */
export const overseenCase = (events: Iterable<AnyEvent>): OverseenCase | undefined => {
  const { file } = fold(caseDecider, events as Iterable<CaseEvent>);
  if (!file) return undefined;
  const { place, confidentiality, complaint, parties } = file;
  return {
    path: `/county/${place.townshipId}/${place.villageIds[0] ?? ''}`,
    confidentiality,
    parties: parties.map(({ partyId }) => partyId),
    complaintTargets: complaint?.targets ?? [],
    targetCentres: complaint?.centres ?? [],
  };
};
