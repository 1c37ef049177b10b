import { IsIn, IsString, Length } from 'class-validator';
import type { LinkVerdict } from '#cases/domain';

const TEXT = 4_000;
const ID = 64;

export class DuplicateVerdictBody {
  /** The case that this one was compared with. */
  @IsString()
  @Length(1, ID)
  other!: string;

  /** `SAME` merges this case into the other, as `merge` does. */
  @IsIn(['SAME', 'RELATED', 'DIFFERENT'])
  verdict!: LinkVerdict;

  @IsString()
  @Length(1, TEXT)
  reason!: string;
}
