import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  Length,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { CURRENT_POLICY } from '#policy';
import type { FollowUpReason, ToldOfRisk } from '#cases/domain';
import { AcceptCaseBody } from './case-requests.js';

const TEXT = 4_000;
const ID = 64;

export class PoliceReportBody {
  /** What they were told, and whom. */
  @IsString()
  @Length(1, TEXT)
  note!: string;
}

export class PoliceResultBody {
  @IsBoolean()
  gambling: boolean = false;

  @IsBoolean()
  seriousCrime: boolean = false;

  @IsOptional()
  @IsString()
  @MaxLength(TEXT)
  note?: string;
}

export class TransferReceiptBody {
  /** Number of the receipt, where it has one. */
  @IsOptional()
  @IsString()
  @MaxLength(ID)
  reference?: string;
}

export class RepresentativesBody {
  /** Ids of parties of the case. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @IsString({ each: true })
  representatives!: string[];
}

export class RiskToldBody {
  @IsIn(['LEADER', 'COUNTY'])
  whom!: ToldOfRisk;
}

export class RiskCheckBody {
  @IsString()
  @Length(1, TEXT)
  note!: string;

  /** Where what was seen is other than at the acceptance: a higher risk follows by itself. */
  @IsOptional()
  @ValidateNested()
  @Type(() => AcceptCaseBody)
  signs?: AcceptCaseBody;
}

export class RiskLevelBody {
  @IsIn(['BLUE', 'YELLOW', 'ORANGE'])
  level!: 'BLUE' | 'YELLOW' | 'ORANGE';

  @IsString()
  @Length(1, TEXT)
  reason!: string;
}

/** A follow-up after violence opens by itself. */
const OF_PEOPLE = Object.keys(CURRENT_POLICY.choices.followUpReasons).filter((reason) => reason !== 'VIOLENCE');

export class FollowUpBody {
  @IsString()
  @Length(1, 20)
  typeCode!: string;

  @IsIn(OF_PEOPLE)
  because: FollowUpReason = 'CONTROLLED';
}
