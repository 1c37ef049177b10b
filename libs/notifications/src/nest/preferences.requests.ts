import { Type } from 'class-transformer';
import {
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsEmail,
  IsIn,
  IsInt,
  IsOptional,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { CHOSEN_CHANNELS, type ChosenChannel } from '#notifications/domain';

export class QuietHoursBody {
  /** Minutes after midnight. */
  @IsInt()
  from!: number;

  @IsInt()
  to!: number;
}

export class PreferencesBody {
  @IsIn(['zh', 'en'])
  language!: 'zh' | 'en';

  /** Beside the inbox, for what is not urgent. */
  @IsArray()
  @ArrayUnique()
  @IsIn(CHOSEN_CHANNELS, { each: true })
  channels!: ChosenChannel[];

  /** Once a working day, gathered. */
  @IsBoolean()
  digest!: boolean;

  @IsOptional()
  @ValidateNested()
  @Type(() => QuietHoursBody)
  quiet?: QuietHoursBody;

  /** Kept in the vault; left out, the one known so far stays. */
  @IsOptional()
  @IsEmail()
  @MaxLength(254)
  email?: string;
}
