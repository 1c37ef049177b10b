import { IsIn, IsISO8601, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { PageQuery } from '#http';
import type { RiskLevel, Tier } from '#policy';
import { OVERDUE_LEVELS, OVERDUE_GROUPINGS, type OverdueGrouping, type OverdueLevel } from './overdue-board.js';

export class OverdueQuery extends PageQuery {
  /** What is counted together. */
  @IsIn(OVERDUE_GROUPINGS)
  by: OverdueGrouping = 'township';

  @IsOptional()
  @IsIn(OVERDUE_LEVELS)
  level?: OverdueLevel;

  /** Code of the township: `T01`. */
  @IsOptional()
  @IsString()
  @MaxLength(64)
  township?: string;

  /** Code of the village: `T01-V07`. */
  @IsOptional()
  @IsString()
  @MaxLength(64)
  village?: string;

  /** Who holds the step: a cadre, or the unit whose head does. */
  @IsOptional()
  @IsString()
  @MaxLength(64)
  holder?: string;
}

export class AgreementsQuery extends PageQuery {
  /** Code of the township: `T01`. */
  @IsOptional()
  @IsString()
  @MaxLength(64)
  township?: string;
}

export class FollowUpQuery {
  /** First local day; where it is missing, today. */
  @IsOptional()
  @IsISO8601({ strict: true })
  @Matches(/^\d{4}-\d\d-\d\d$/)
  from?: string;

  /** The local day before which it ends; where it is missing, 31 days on. */
  @IsOptional()
  @IsISO8601({ strict: true })
  @Matches(/^\d{4}-\d\d-\d\d$/)
  to?: string;

  /** Code of the township: `T01`. */
  @IsOptional()
  @IsString()
  @MaxLength(64)
  township?: string;
}

const STAGES = [
  'REGISTERED',
  'ACCEPTED',
  'ASSIGNED',
  'ACKNOWLEDGED',
  'IN_PROGRESS',
  'IN_MEDIATION',
  'SUSPENDED',
  'RESOLVED',
  'COUNTY_REVIEW',
] as const;

export class DisputesQuery extends PageQuery {
  /** Code of the township: `T01`. */
  @IsOptional()
  @IsString()
  @MaxLength(64)
  township?: string;

  @IsOptional()
  @IsIn(['V', 'T', 'K'])
  tier?: Tier;

  @IsOptional()
  @IsIn(STAGES)
  stage?: (typeof STAGES)[number];

  @IsOptional()
  @IsIn(['RED', 'ORANGE', 'YELLOW', 'BLUE'])
  risk?: RiskLevel;
}
