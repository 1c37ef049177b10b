import { IsBoolean, IsIn, IsOptional, IsString, Length, MaxLength } from 'class-validator';
import type { Confidentiality } from '#policy';
import type { DeclaredBy } from '#cases/domain';

const TEXT = 4_000;
const ID = 64;

class Reasoned {
  @IsString()
  @Length(1, TEXT)
  reason!: string;
}

export class OutsideLawBody extends Reasoned {
  @IsBoolean()
  approves!: boolean;
}

export class ConfidentialityBody extends Reasoned {
  @IsIn(['C', 'X'])
  to!: Confidentiality;
}

export class ReaderBody {
  /** A cadre. */
  @IsString()
  @Length(1, ID)
  reader!: string;
}

export class RecusalBody extends Reasoned {
  /** Who is too close to the matter. */
  @IsString()
  @Length(1, ID)
  cadreId!: string;

  @IsIn(['SELF', 'PARTY', 'DIRECTOR'])
  declaredBy!: DeclaredBy;

  /** Where a party says so. */
  @IsOptional()
  @IsString()
  @MaxLength(ID)
  party?: string;
}
