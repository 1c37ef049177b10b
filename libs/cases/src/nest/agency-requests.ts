import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { CURRENT_POLICY } from '#policy';
import type { PaperHolder } from '#cases/domain';

const TEXT = 4_000;
const ID = 64;
const PAPERS = Object.keys(CURRENT_POLICY.choices.papers);

export class EntrustBody {
  @IsIn(Object.keys(CURRENT_POLICY.choices.agencyItems))
  item!: string;

  /** Number of the letter that the resident has signed. */
  @IsString()
  @Length(1, ID)
  consent!: string;
}

export class MaterialsBody {
  /** Everything that is missing; nothing where all is there. */
  @IsArray()
  @ArrayMaxSize(PAPERS.length)
  @IsIn(PAPERS, { each: true })
  missing: string[] = [];

  /** What the resident was told. */
  @IsString()
  @Length(1, TEXT)
  note!: string;
}

class WithReference {
  /** Number of the other side's paper, where it has one. */
  @IsOptional()
  @IsString()
  @MaxLength(ID)
  reference?: string;
}

export class SubmissionBody extends WithReference {
  @IsIn(Object.keys(CURRENT_POLICY.choices.transferBodies))
  body!: string;
}

export class AgencyResultBody extends WithReference {
  @IsBoolean()
  granted!: boolean;
}

export class AgencyDeliveryBody {
  /** Id of the party who signs for it. */
  @IsString()
  @Length(1, ID)
  signedBy!: string;

  @IsString()
  @Length(1, TEXT)
  result!: string;

  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  skillsUsed: string[] = [];
}

export class SavingBody {
  @IsInt()
  @Min(0)
  @Max(100)
  trips!: number;

  /** Days of work. */
  @IsInt()
  @Min(0)
  @Max(100)
  days!: number;
}

export class OriginalBody {
  @IsIn(PAPERS)
  paper!: string;

  @IsIn(['RESIDENT', 'AGENT', 'BODY'])
  to!: PaperHolder;
}
