import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  Length,
  Matches,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import type { RemedyRoute, SessionForm, SignatureManner } from '#mediation/domain';

const TEXT = 4_000;
const MINUTES = 20_000;
const ID = 64;
const PARTIES = 50;
const TERMS = 50;
const ROUTES: readonly RemedyRoute[] = ['ARBITRATION', 'ADMINISTRATIVE', 'COURT'];

class WordOfParty {
  @IsString()
  @Length(1, ID)
  party!: string;
}

export class ConsentBody extends WordOfParty {
  @IsBoolean()
  consents!: boolean;
}

export class MediatorBody {
  @IsString()
  @Length(1, ID)
  mediatorId!: string;
}

export class MediatorAnswerBody extends WordOfParty {
  @IsBoolean()
  accepts!: boolean;
}

export class SessionBody {
  /** ISO with offset. */
  @IsISO8601({ strict: true })
  startsAt!: string;

  /** Without it the session is as long as the policy says. */
  @IsOptional()
  @IsISO8601({ strict: true })
  endsAt?: string;

  @IsIn(['JOINT', 'SEPARATE'])
  form: SessionForm = 'JOINT';

  /** With whom a separate session is. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(PARTIES)
  @IsString({ each: true })
  @MaxLength(ID, { each: true })
  parties?: string[];

  /** Open to others, as the parties wish. */
  @IsBoolean()
  open: boolean = false;
}

export class MinutesBody {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(PARTIES)
  @IsString({ each: true })
  @MaxLength(ID, { each: true })
  attended!: string[];

  @IsString()
  @Length(1, MINUTES)
  minutes!: string;
}

export class ExtensionBody {
  /** Calendar days, counted from the due of the case. */
  @IsInt()
  @Min(1)
  days!: number;

  /** Who agrees: all the parties. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(PARTIES)
  @IsString({ each: true })
  @MaxLength(ID, { each: true })
  parties!: string[];

  @IsString()
  @Length(1, TEXT)
  reason!: string;
}

class RoutesTold {
  @IsArray()
  @ArrayMaxSize(ROUTES.length)
  @IsIn(ROUTES, { each: true })
  routesTold: RemedyRoute[] = [];
}

export class TerminationBody extends RoutesTold {
  @IsString()
  @Length(1, ID)
  party!: string;

  @IsOptional()
  @IsString()
  @MaxLength(TEXT)
  reason?: string;
}

export class FailureBody extends RoutesTold {
  @IsOptional()
  @IsString()
  @MaxLength(TEXT)
  note?: string;
}

export class ViolenceBody extends RoutesTold {
  @IsString()
  @Length(1, TEXT)
  note!: string;
}

class TermBody {
  /** Whoever owes it: a party. */
  @IsString()
  @Length(1, ID)
  obligor!: string;

  /** In fen. */
  @IsOptional()
  @IsInt()
  @Min(1)
  amount?: number;

  /** Last day to perform it. */
  @Matches(/^\d{4}-\d\d-\d\d$/)
  @IsISO8601({ strict: true })
  dueOn!: string;
}

/** Terms are numbered as they stand. */
export class AgreementBody {
  @IsArray()
  @ArrayMaxSize(TERMS)
  @ValidateNested({ each: true })
  @Type(() => TermBody)
  terms: TermBody[] = [];

  /** Main facts, issues, responsibilities and the words of each term. */
  @IsString()
  @Length(1, MINUTES)
  content!: string;
}

export class SignatureBody {
  /** A party, or the mediator. */
  @IsString()
  @Length(1, ID)
  signer!: string;

  @IsIn(['SIGNATURE', 'FINGERPRINT'])
  manner: SignatureManner = 'SIGNATURE';
}
