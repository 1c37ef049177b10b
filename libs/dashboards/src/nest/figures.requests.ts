import { IsISO8601, IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';

export const CUTS = ['county', 'township', 'village', 'type', 'cadre'] as const;
export type CutBy = (typeof CUTS)[number];

const DAY = /^\d{4}-\d\d-\d\d$/;

export class FiguresQuery {
  /** First local day; where it is missing, the first of the month. */
  @IsOptional()
  @IsISO8601({ strict: true })
  @Matches(DAY)
  from?: string;

  /** The local day before which it ends; where it is missing, tomorrow. */
  @IsOptional()
  @IsISO8601({ strict: true })
  @Matches(DAY)
  to?: string;

  /** What is counted together; `county` is all in one. */
  @IsIn(CUTS)
  by: CutBy = 'county';

  /** Only here or below: `/county/T01`. Where it is missing, all that the asker answers for. */
  @IsOptional()
  @IsString()
  @MaxLength(64)
  within?: string;

  /** Only this case type. */
  @IsOptional()
  @IsString()
  @MaxLength(16)
  type?: string;

  /** Only what this cadre leads or led. */
  @IsOptional()
  @IsString()
  @MaxLength(64)
  cadre?: string;
}
