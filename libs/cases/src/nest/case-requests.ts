import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsNotEmpty,
  IsNumber,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { CHANNELS, CURRENT_POLICY, type Channel, type Produce } from '#policy';
import type { CloseOutcome, ContactKind, DeclineReason, EscalationAction, Party } from '#cases/domain';

const TEXT = 4_000;
const NAME = 60;
const ID = 64;
const CHANNEL_CODES = Object.keys(CHANNELS);
const OUTCOMES = Object.keys(CURRENT_POLICY.choices.closeOutcomes);
const PRODUCE = ['FUNGUS', 'VEGETABLE', 'BAMBOO', 'TEA', 'FRUIT', 'LIVESTOCK', 'AQUACULTURE'];

/** A person of the case: name and phone go to the vault, never into an event. */
export class PartyBody {
  @IsString()
  @Length(1, NAME)
  name!: string;

  @IsOptional()
  @Matches(/^[0-9+][0-9 -]{5,19}$/)
  phone?: string;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  address?: string;

  @IsIn(['REPORTER', 'APPLICANT', 'RESPONDENT', 'OTHER'])
  side: Party['side'] = 'REPORTER';

  @IsBoolean()
  vulnerable: boolean = false;

  @IsOptional()
  @IsString()
  @MaxLength(ID)
  householdId?: string;
}

export class ComplaintBody {
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  targets: string[] = [];

  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  centres: string[] = [];
}

export class RegisterCaseBody {
  @IsString()
  @Length(1, 20)
  typeCode!: string;

  @IsIn(CHANNEL_CODES)
  channel!: Channel;

  /** Number of the paper or the other system; the same one is never registered twice. */
  @IsOptional()
  @IsString()
  @Length(1, ID)
  externalRef?: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @Matches(/^[A-Z]+\d{2}-V\d{2}$/, { each: true })
  villageIds!: string[];

  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => PartyBody)
  parties: PartyBody[] = [];

  @IsBoolean()
  anonymous: boolean = false;

  @IsString()
  @Length(1, TEXT)
  summary!: string;

  @IsOptional()
  @IsIn(PRODUCE)
  produce?: Produce;

  /** In fen. */
  @IsOptional()
  @IsInt()
  @Min(0)
  amount?: number;

  @IsOptional()
  @IsString()
  @MaxLength(ID)
  preferredCadreId?: string;

  @IsOptional()
  @ValidateNested()
  @Type(() => ComplaintBody)
  complaint?: ComplaintBody;
}

export class AcceptCaseBody {
  /** 0 none, 1 a sign of violence, 2 grave. */
  @IsIn([0, 1, 2])
  violence: 0 | 1 | 2 = 0;

  @IsInt()
  @Min(0)
  @Max(100_000)
  gathered: number = 0;

  @IsInt()
  @Min(0)
  @Max(100)
  relapses: number = 0;

  @IsBoolean()
  threatToLife: boolean = false;

  @IsBoolean()
  weapon: boolean = false;
}

export class RejectCaseBody {
  @IsIn(Object.keys(CURRENT_POLICY.choices.rejectReasons))
  reason!: string;

  @IsString()
  @Length(1, TEXT)
  guidance!: string;
}

export class AssignCaseBody {
  /** Assigned by hand; without it the best candidate is taken. */
  @IsOptional()
  @IsString()
  @MaxLength(ID)
  cadreId?: string;
}

export class DeclineBody {
  @IsIn(Object.keys(CURRENT_POLICY.choices.declineReasons))
  reason!: DeclineReason;

  @IsOptional()
  @IsString()
  @MaxLength(TEXT)
  note?: string;
}

export class FirstResponseBody {
  @IsIn(['CALL', 'VISIT', 'ON_SITE', 'WINDOW', 'RECEIPT_CODE'])
  contact!: ContactKind;

  @IsString()
  @Length(1, TEXT)
  note!: string;

  /** ISO with offset, where the network was away; both times are kept. */
  @IsOptional()
  @IsISO8601({ strict: true })
  happenedAt?: string;
}

export class NoteBody {
  @IsString()
  @Length(1, TEXT)
  note!: string;
}

export class ResultBody {
  @IsIn(OUTCOMES)
  outcome!: CloseOutcome;

  @IsString()
  @Length(1, TEXT)
  result!: string;

  @IsArray()
  @ArrayMaxSize(10)
  @IsString({ each: true })
  skillsUsed: string[] = [];
}

export class ExtendBody {
  @IsIn(['m', 'h', 'WH', 'WD', 'CD'])
  unit!: 'm' | 'h' | 'WH' | 'WD' | 'CD';

  @IsNumber()
  @Min(0)
  n!: number;

  @IsString()
  @Length(1, TEXT)
  reason!: string;
}

export class ReassignBody extends AssignCaseBody {
  @IsIn(['ORDER', 'DIRECTOR'])
  reason: 'ORDER' | 'DIRECTOR' = 'DIRECTOR';
}

export class TransferBody {
  @IsIn(Object.keys(CURRENT_POLICY.choices.transferBodies))
  body!: string;

  @IsString()
  @Length(1, TEXT)
  note!: string;
}

export class WithdrawBody {
  @IsString()
  @Length(1, TEXT)
  reason!: string;
}

export class CountyReviewBody {
  @IsIn(['UPHELD', 'REDO'])
  verdict!: 'UPHELD' | 'REDO';

  @IsArray()
  @ArrayMaxSize(9)
  @IsString({ each: true })
  panel!: string[];

  @IsString()
  @Length(1, TEXT)
  reason!: string;

  @IsBoolean()
  remediesTold: boolean = false;
}

export class EscalationActionBody extends AssignCaseBody {
  @IsIn(['accept', 'assign', 'ack', 'respond', 'resolve', 'review', 'countyReview'])
  step!: 'accept' | 'assign' | 'ack' | 'respond' | 'resolve' | 'review' | 'countyReview';

  @IsIn(['REASSIGN', 'ORDER', 'EXTEND', 'ACCEPT_REASON'])
  action!: EscalationAction;

  @IsString()
  @IsNotEmpty()
  @MaxLength(TEXT)
  reason!: string;

  @IsOptional()
  @IsISO8601({ strict: true })
  holdUntil?: string;
}
