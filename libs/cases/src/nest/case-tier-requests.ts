import { IsBoolean, IsIn, IsString, Length, MaxLength } from 'class-validator';
import type { MediationBar, RaiseTier } from '#cases/domain';

const TEXT = 4_000;
const ID = 64;

export class BarMediationBody {
  @IsIn(['CRIMINAL', 'COURT', 'POLICE', 'OTHER_AUTHORITY'])
  bar!: MediationBar;

  @IsString()
  @Length(1, TEXT)
  note!: string;
}

export class RaiseTierBody {
  /** `PARTIES`: they asked for it. */
  @IsIn(['HANDLER', 'LEADER', 'PARTIES'])
  because!: RaiseTier['data']['because'];

  @IsString()
  @Length(1, TEXT)
  reason!: string;
}

/** A party of the case, whose word is put down. */
export class PartyWordBody {
  @IsString()
  @MaxLength(ID)
  party!: string;
}

export class PartyAnswerBody extends PartyWordBody {
  @IsBoolean()
  accepts!: boolean;
}
