import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, Length, MaxLength, Min } from 'class-validator';
import { PageQuery } from '#http';
import { SILENT_REASONS, type AskedFor, type ClosureJudgement, type SilentReason } from '#oversight/domain';

const TEXT = 4_000;
const ID = 64;

export class SilentClosuresQuery extends PageQuery {
  /** Code of the township: `T01`. */
  @IsOptional()
  @IsString()
  @MaxLength(ID)
  township?: string;

  @IsOptional()
  @IsIn(SILENT_REASONS)
  reason?: SilentReason;

  /** `true`: those that a supervisor has judged, instead of those that wait for it. */
  @IsOptional()
  @Transform(({ value }) => value === true || value === 'true')
  @IsBoolean()
  judged?: boolean;
}

export class JudgementBody {
  /** Of the close that was found. */
  @IsInt()
  @Min(1)
  round!: number;

  /** `ORDER`: the unit has to answer a supervision order. */
  @IsIn(['JUSTIFIED', 'ORDER'])
  judgement!: ClosureJudgement;

  @IsString()
  @Length(1, TEXT)
  note!: string;
}

export class ResidentsWordBody {
  @IsString()
  @Length(1, ID)
  party!: string;

  /** What the handler asked for. */
  @IsIn(['RATING', 'WITHDRAWAL'])
  askedFor!: AskedFor;

  @IsString()
  @Length(1, TEXT)
  note!: string;
}
