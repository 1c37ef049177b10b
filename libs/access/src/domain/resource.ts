import type { Confidentiality, Tier } from '#policy';

/** Who asks: an actor, and the unit of the township or county he belongs to (`T01-STABILITY_MEDIATION`). */
export interface Subject {
  readonly id: string;
  readonly role: string;
  /** `/county`, `/county/T01`, `/county/T01/T01-V07`. */
  readonly path: string;
  readonly unit?: string;
}

/** What is asked for, as far as access depends on it. What a resource does not say can only keep it closed. */
export interface Resource {
  /** Where it lies: the village's path of a case, the home of a cadre. */
  readonly path?: string;
  /** The cadre whose own record it is. */
  readonly owner?: string;
  readonly confidentiality?: Confidentiality;
  /** Units that answer for the case now: its centre at its tier, and the one that leads a reopened round. */
  readonly centres?: readonly string[];
  readonly handler?: string;
  /** Co-handlers and mediators. */
  readonly coHandlers?: readonly string[];
  /** Named readers of a sealed case. */
  readonly readers?: readonly string[];
  /** A leader was called in: opens a confidential case to the leaders of its place. */
  readonly withLeaders?: boolean;
  /** The county has a part in it: beyond this the county sees figures only. */
  readonly countyMatter?: boolean;
  /** Cadres a complaint is about, and their centres: they never see it. */
  readonly complaintTargets?: readonly string[];
  readonly targetCentres?: readonly string[];
}

export interface Standing {
  readonly tier: Tier;
  /** `COUNTY_REVIEW` and the other stages of `docs/domain.md §5.1`. */
  readonly stage: string;
  /** The highest escalation of any step. */
  readonly escalation?: 'E1' | 'E2' | 'E3';
  readonly riskLevel?: string;
}

/** Whether leaders and the county have a part in a case by where it stands (`docs/domain.md §4.4, §4.5, §5.1`). */
export const partsIn = ({
  tier,
  stage,
  escalation,
  riskLevel,
}: Standing): Required<Pick<Resource, 'withLeaders' | 'countyMatter'>> => {
  const countyMatter = tier === 'K' || stage === 'COUNTY_REVIEW' || escalation === 'E3' || riskLevel === 'RED';
  return { countyMatter, withLeaders: countyMatter || escalation === 'E2' || riskLevel === 'ORANGE' };
};
