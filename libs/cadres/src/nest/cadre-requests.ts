import {
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsNotEmpty,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { Type } from 'class-transformer';
import { REVOCATION_REASONS, type RevocationReason } from '#cadres/domain';
import { PageQuery } from '#http';

const SKILL = /^[A-Z]{3}-\d{2}$/;

export class CadresQuery extends PageQuery {
  /** Code of a township: `T01`. */
  @IsOptional()
  @Matches(/^[A-Z]\d{2}$/)
  township?: string;

  @IsOptional()
  @Matches(SKILL)
  skill?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(3)
  minLevel?: number;

  @IsOptional()
  @IsString()
  @MaxLength(40)
  role?: string;
}

export class RequestLeaveBody {
  /** First instant away, with offset: `2026-05-07T08:30:00+08:00`. */
  @IsISO8601({ strict: true })
  from!: string;

  /** First instant back. */
  @IsISO8601({ strict: true })
  to!: string;

  /** Cadre id; may be named at the approval too. */
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(64)
  substitute?: string;
}

export class ApproveLeaveBody {
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(64)
  substitute?: string;
}

export class RecogniseCertificateBody {
  @Matches(SKILL)
  skill!: string;

  @IsInt()
  level!: number;

  /** Any instant of the first day, with offset. */
  @IsISO8601({ strict: true })
  validFrom!: string;

  /** Where the document is kept. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  reference!: string;

  /** SHA-256 of the document, in hex. */
  @Matches(/^[0-9a-f]{64}$/)
  sha256!: string;
}

export class RenewCertificateBody {
  /** The training session in which the short exam was passed; without it, well-rated uses of the skill count. */
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(64)
  sessionId?: string;

  @IsOptional()
  @IsInt()
  level?: number;
}

export class RevokeCertificateBody {
  @IsIn(REVOCATION_REASONS)
  reason!: RevocationReason;
}

export class OnCallBody {
  @IsBoolean()
  onCall!: boolean;

  @IsBoolean()
  reachable!: boolean;
}
