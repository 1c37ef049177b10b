import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  Length,
  Matches,
  MaxLength,
  Min,
} from 'class-validator';

const ID = 64;
const TEXT = 4_000;
const PARTIES = 50;

class Noted {
  @IsOptional()
  @IsString()
  @MaxLength(TEXT)
  note?: string;
}

export class PerformanceBody extends Noted {
  @IsInt()
  @Min(1)
  term!: number;

  /** Local day on which it was performed. */
  @Matches(/^\d{4}-\d\d-\d\d$/)
  @IsISO8601({ strict: true })
  performedOn!: string;

  /** The party whose word it is; without it whoever records it has seen it himself. */
  @IsOptional()
  @IsString()
  @Length(1, ID)
  saidBy?: string;
}

export class ConfirmationBody {
  /** Who asks the court: all the parties together. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(PARTIES)
  @IsString({ each: true })
  @Length(1, ID, { each: true })
  parties!: string[];
}

export class CourtResultBody extends Noted {
  @IsBoolean()
  granted!: boolean;
}
