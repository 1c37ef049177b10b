import type { Paper, PaperHolder } from './case-agency.events.js';
import type { CaseEvent } from './case.events.js';

/** `docs/domain.md §5.4`; `REVIEWED` is the case's own review. */
export type AgencyStage =
  | ('ENTRUSTED' | 'MISSING' | 'RETURNED' | 'MATERIALS_CHECKED')
  | ('AWAITING_EXTERNAL' | 'APPROVED' | 'REFUSED' | 'DELIVERED' | 'ARCHIVED');

/** How far the paperwork of a case has come, and who has which original. */
export interface AgencyCourse {
  readonly stage: AgencyStage;
  readonly missing: readonly Paper[];
  readonly originals: Readonly<Record<Paper, PaperHolder>>;
  readonly saved: boolean;
}

const BEFORE: AgencyCourse = { stage: 'ENTRUSTED', missing: [], originals: {}, saved: false };

export const agencyAfter = (course: AgencyCourse | undefined, event: CaseEvent): AgencyCourse | undefined => {
  const at = (stage: AgencyStage): AgencyCourse => ({ ...(course ?? BEFORE), stage });
  switch (event.type) {
    case 'AgencyEntrusted':
      return at('ENTRUSTED');
    case 'MissingMaterialsListed':
      return { ...at('MISSING'), missing: event.data.missing };
    case 'AgencyReturned':
      return at('RETURNED');
    case 'MaterialsCompleted':
      return { ...at('MATERIALS_CHECKED'), missing: [] };
    case 'AgencySubmitted':
      return at('AWAITING_EXTERNAL');
    case 'AgencyResultReceived':
      return at(event.data.granted ? 'APPROVED' : 'REFUSED');
    case 'AgencyDelivered':
      return at('DELIVERED');
    case 'AgencyArchived':
      return at('ARCHIVED');
    case 'OriginalMoved': {
      const { paper, holder } = event.data;
      return course && { ...course, originals: { ...course.originals, [paper]: holder } };
    }
    case 'SavingRecorded':
      return { ...(course ?? { ...BEFORE, stage: 'DELIVERED' }), saved: true };
    default:
      return course;
  }
};
