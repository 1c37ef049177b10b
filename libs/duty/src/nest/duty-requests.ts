import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsNotEmpty,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { CURRENT_POLICY, type DutyPost } from '#policy';

const POSTS = Object.keys(CURRENT_POLICY.duty.posts);
const WEEK = /^\d{4}-W\d{2}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

export class PlaceAndWeek {
  /** Code of a township, or `county`. */
  @Matches(/^([A-Z]\d{2}|county)$/)
  place!: string;

  /** ISO week: `2026-W20`. */
  @Matches(WEEK)
  week!: string;
}

export class PlaceOfDuty {
  @Matches(/^([A-Z]\d{2}|county)$/)
  place!: string;
}

export class ShiftBody {
  @IsIn(POSTS)
  post!: DutyPost;

  /** With offset. */
  @IsISO8601({ strict: true })
  from!: string;

  /** First instant after it. */
  @IsISO8601({ strict: true })
  to!: string;

  @IsString()
  @IsNotEmpty()
  @MaxLength(64)
  cadreId!: string;

  @IsString()
  @IsNotEmpty()
  @MaxLength(64)
  substitute!: string;
}

export class OnSiteBody {
  @IsString()
  @IsNotEmpty()
  @MaxLength(64)
  cadreId!: string;

  @IsArray()
  @ArrayMaxSize(7)
  @Matches(DAY, { each: true })
  days!: string[];
}

export class RosterBody {
  @IsArray()
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => ShiftBody)
  shifts!: ShiftBody[];

  @IsArray()
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => OnSiteBody)
  onSite!: OnSiteBody[];
}

export class SwapBody {
  @IsIn(POSTS)
  post!: DutyPost;

  /** When the shift begins. */
  @IsISO8601({ strict: true })
  from!: string;

  /** Who gives it up, as holder or as substitute. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(64)
  out!: string;

  @IsString()
  @IsNotEmpty()
  @MaxLength(64)
  in!: string;
}

export class CallBody {
  /** What it was about: the id of a case. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(64)
  callId!: string;

  @IsString()
  @IsNotEmpty()
  @MaxLength(64)
  cadreId!: string;

  @IsISO8601({ strict: true })
  calledAt!: string;

  @IsBoolean()
  answered!: boolean;
}

export class GapsQuery {
  /** First week looked at. */
  @Matches(WEEK)
  from!: string;

  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(12)
  weeks: number = 4;
}
