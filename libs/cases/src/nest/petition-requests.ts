import { IsBoolean, IsIn, IsISO8601, IsOptional, IsString, Length, MaxLength } from 'class-validator';
import type { ExaminationVerdict } from '#cases/domain';
import { AcceptCaseBody } from './case-requests.js';

const TEXT = 4_000;
const ID = 64;

export class AcceptanceBody extends AcceptCaseBody {
  /** What a petition brings beyond the final one it is linked to. */
  @IsOptional()
  @IsString()
  @Length(1, TEXT)
  newFacts?: string;
}

export class NoticeBody {
  /** Number of the written notice, where it has one. */
  @IsOptional()
  @IsString()
  @MaxLength(ID)
  reference?: string;
}

export class DeliveryBody extends NoticeBody {
  /** What the returned receipt says; now, where it was handed over. */
  @IsOptional()
  @IsISO8601({ strict: true })
  deliveredAt?: string;
}

export class ExaminationBody {
  /** What the petitioner says against the answer. */
  @IsString()
  @Length(1, TEXT)
  grounds!: string;
}

export class ExaminationAnswerBody {
  @IsIn(['UPHELD', 'CHANGED'])
  verdict!: ExaminationVerdict;

  @IsString()
  @Length(1, TEXT)
  answer!: string;
}

export class FinalPetitionBody {
  /** Id of the petition that is final. */
  @IsString()
  @Length(1, ID)
  petition!: string;
}

export class WithdrawalWordBody {
  /** Whether the resident says that he takes it back of his own will. */
  @IsBoolean()
  free!: boolean;
}
