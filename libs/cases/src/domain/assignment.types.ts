import type { Instant } from '#kernel';
import type { DutyPost, SkillCode } from '#policy';
import type { CadreId, PartyId, TownshipId, UnitId, VillageId } from './case-types.js';
import type { PastWork } from './past-work.js';

export interface HeldCertificate {
  readonly level: 1 | 2 | 3;
  readonly validFrom: Instant;
  readonly validTo: Instant;
}

/** A step of his that had a limit. */
export interface TimedStep {
  readonly at: Instant;
  readonly onTime: boolean;
}

/** What somebody said of a case that he led. */
export interface GivenRating {
  readonly at: Instant;
  readonly rating: number;
}

/** What a household said, and of whom. */
export interface WordOfHousehold extends GivenRating {
  readonly cadreId: CadreId;
}

/** One cadre as assignment sees him at one position of the log. */
export interface Candidate {
  readonly cadreId: CadreId;
  /** null: posted at the county. */
  readonly townshipId: TownshipId | null;
  /** Villages he lives in as resident instructor. */
  readonly villages: readonly VillageId[];
  readonly unit: UnitId;
  readonly roles: readonly string[];
  readonly active: boolean;
  readonly awaitingPost: boolean;
  readonly lecturer: boolean;
  readonly onCall: boolean;
  readonly reachable: boolean;
  /** Checked in at his village or enterprise, until this instant at most. */
  readonly onSiteUntil: Instant | null;
  readonly mobilised: boolean;
  readonly leaves: readonly { readonly from: Instant; readonly to: Instant }[];
  readonly kin: readonly PartyId[];
  readonly certificates: ReadonlyMap<SkillCode, HeldCertificate>;
  /** Σ weights of the open cases he leads. */
  readonly openLoad: number;
  readonly lastAssignedAt: Instant | null;
  /** Last use per skill. */
  readonly skillUse: ReadonlyMap<SkillCode, Instant>;
  readonly steps: PastWork<readonly TimedStep[]>;
  readonly ratings: PastWork<readonly GivenRating[]>;
  /** Night rest after a night of work: not to be called before (H10). */
  readonly restUntil: Instant | null;
}

/**
 * The people of one area, and at which places of their list those stand of whom more is to be asked than whether they
 * hold a skill. Good as long as `isSettledAs` holds for each of them.
 */
export interface Area {
  /** In the order of all. */
  readonly candidates: readonly Candidate[];
  readonly ids: readonly CadreId[];
  readonly placeOf: ReadonlyMap<CadreId, number>;
  /** Who was ever certified for a skill. */
  readonly certified: ReadonlyMap<SkillCode, readonly number[]>;
  /** Who may be away (H1) or somebody's kin (H4). */
  readonly unsettled: readonly number[];
}

/** On call by a published roster, and who stands in for him (`docs/domain.md §2.4`). */
export interface DutyShift {
  readonly post: DutyPost;
  readonly from: Instant;
  /** First instant after it. */
  readonly to: Instant;
  readonly cadreId: CadreId;
  readonly substitute: CadreId;
}

/** In which order an urgent case is taken to people: on duty, standing in, on call as everybody is outside his days on site. */
export type PagingStep = 'ON_DUTY' | 'SUBSTITUTE' | 'ON_CALL';

/** The people of a county at one position of the log. Plain data, gathered by the command handler. */
export interface CandidatePool {
  readonly position: string;
  readonly candidates: readonly Candidate[];
  /** By household. */
  readonly words: ReadonlyMap<string, readonly WordOfHousehold[]>;
  /**
   * The same people by the township they are posted to, null: the county; each list in the order of `candidates`. Where
   * it is given, whoever lies outside the area of a case or lacks its skill is not visited one by one; the choice is the
   * same without it.
   */
  readonly areas?: ReadonlyMap<TownshipId | null, Area>;
  /** Shifts of the rosters that are published, by place; nothing for a place without. */
  readonly duty?: ReadonlyMap<TownshipId | null, readonly DutyShift[]>;
}

/** Hard constraints of `docs/domain.md §8`. */
export type HardRule = 'H1' | 'H2' | 'H3' | 'H4' | 'H5' | 'H6' | 'H7' | 'H8' | 'H10';
export type RelaxationStep = 'R1' | 'R2' | 'R3' | 'R4' | 'R5';

export interface ScoreParts {
  readonly skill: number;
  readonly near: number;
  readonly load: number;
  readonly quality: number;
  readonly continuity: number;
}

export interface RankedCandidate {
  readonly cadreId: CadreId;
  /** 0–100, four decimals. */
  readonly score: number;
  readonly parts: ScoreParts;
  readonly openLoad: number;
}

/** Why this person: kept in the event, enough to explain the choice without asking anything else. */
export interface AssignmentDecision {
  readonly poolPosition: string;
  readonly chosenBy: 'SCORE' | 'RESIDENT_INSTRUCTOR' | 'HAND' | 'SELF';
  readonly mustSkills: readonly SkillCode[];
  /** Best first, at most the policy's number. */
  readonly ranked: readonly RankedCandidate[];
  /** Who was fit too and came after those, best first. */
  readonly behind?: readonly CadreId[];
  /** First hard rule that ruled out each cadre of the area; the rest of the county only lies outside it (H3). */
  readonly excluded: Readonly<Partial<Record<HardRule, readonly CadreId[]>>>;
  /** The step that gave the candidate where the ordinary pool had none. */
  readonly relaxed?: RelaxationStep;
  /** Skill that nobody of the ordinary pool could give. */
  readonly missingSkill?: SkillCode;
  /** Of an urgent case where a roster is published: the step that gave him, and those that had nobody to give. */
  readonly paging?: { readonly step: PagingStep; readonly skipped: readonly PagingStep[] };
}
