import { IsIn, IsISO8601, IsString, Length } from 'class-validator';
import { CURRENT_POLICY } from '#policy';
import type { SuspendReason } from '#cases/domain';

const TEXT = 4_000;
const ID = 64;

export class SuspendBody {
  @IsIn(Object.keys(CURRENT_POLICY.choices.suspendReasons))
  reason!: SuspendReason;

  @IsString()
  @Length(1, TEXT)
  note!: string;

  /** ISO with offset: when it is expected to go on, which then happens by itself. */
  @IsISO8601({ strict: true })
  until!: string;
}

export class MergeBody {
  /** The case that goes on for both. */
  @IsString()
  @Length(1, ID)
  into!: string;
}

export class UnmergeBody {
  @IsString()
  @Length(1, TEXT)
  reason!: string;
}
