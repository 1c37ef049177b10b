import { fold, type AnyEvent, type Instant } from '#kernel';
import type { Confidentiality } from '#policy';
import { caseDecider, type CaseEvent } from '#cases/domain';

/** What access and the mediator register must know of the case a mediation belongs to. */
export interface MediatedCase {
  readonly path: string;
  readonly confidentiality: Confidentiality;
  /** Units that answer for the case now. */
  readonly centres: readonly string[];
  readonly handler?: string;
  readonly coHandlers: readonly string[];
  readonly withLeaders: boolean;
  readonly countyMatter: boolean;
  readonly complaintTargets: readonly string[];
  readonly targetCentres: readonly string[];
  readonly recused: readonly string[];
  /** Of the case's limit to resolve; none where it stands still or is over. */
  readonly limit?: { readonly dueAt: Instant; readonly extended: boolean };
}

/** @param events of the case's stream, from the first; nothing where there are none. */
export const caseOfMediation = (events: Iterable<AnyEvent>): MediatedCase | undefined => {
  const { file, handler, coHandlers, ledBy, parts, clocks, extended, recused } = fold(
    caseDecider,
    events as Iterable<CaseEvent>,
  );
  if (!file) return undefined;
  const { place, tier, confidentiality, complaint } = file;
  const resolve = clocks.find(({ step }) => step === 'resolve');
  return {
    path: `/county/${place.townshipId}/${place.villageIds[0] ?? ''}`,
    confidentiality,
    centres: [ledBy ?? (tier === 'K' ? place.countyCentre : place.centre)],
    ...(handler !== undefined && { handler }),
    coHandlers,
    ...parts,
    complaintTargets: complaint?.targets ?? [],
    targetCentres: complaint?.centres ?? [],
    recused,
    ...(resolve && { limit: { dueAt: resolve.dueAt, extended } }),
  };
};
