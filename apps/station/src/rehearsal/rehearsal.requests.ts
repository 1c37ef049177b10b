import { IsBoolean, IsOptional, IsString } from 'class-validator';

export class MoveClockBody {
  /** Instant with its offset, not before the clock: `2026-02-14T17:31+08:00`. */
  @IsString()
  to!: string;

  /** Rungs of that very instant are left for a later move. */
  @IsOptional()
  @IsBoolean()
  before?: boolean;
}
