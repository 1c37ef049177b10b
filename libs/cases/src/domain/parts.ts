import type { CaseEvent } from './case.events.js';

/** Whether leaders and the county have been called in; once called, they stay (`docs/domain.md §4.4, §4.5, §5.1`). */
export interface PartsIn {
  readonly withLeaders: boolean;
  readonly countyMatter: boolean;
}

const COUNTY: PartsIn = { withLeaders: true, countyMatter: true };
const LEADERS: Partial<PartsIn> = { withLeaders: true };

/** Who is called in by an event; nothing where it calls nobody. */
export const calledInBy = (event: CaseEvent): Partial<PartsIn> | undefined => {
  switch (event.type) {
    case 'CaseRegistered':
    case 'CaseReopened':
    case 'TierRaised':
      return event.data.tier === 'K' ? COUNTY : undefined;
    case 'RiskAssessed':
      if (event.data.level === 'RED') return COUNTY;
      return event.data.level === 'ORANGE' ? LEADERS : undefined;
    case 'CaseEscalated':
      return event.data.level === 'E3' ? COUNTY : LEADERS;
    case 'ReExaminationRequested':
    case 'FinalReviewRequested':
    case 'CountyReviewOpened':
    case 'OutsideLawMarked':
      return COUNTY;
    default:
      return undefined;
  }
};
