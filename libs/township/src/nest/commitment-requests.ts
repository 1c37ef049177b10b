import { Type } from 'class-transformer';
import { IsIn, IsNumber, IsString, Length, Max, Min, ValidateNested } from 'class-validator';
import type { StepName } from '#policy';
import type { Unit } from '#working-time';

const STEPS: readonly StepName[] = ['accept', 'assign', 'ack', 'respond', 'resolve', 'review'];
const UNITS: readonly Unit[] = ['m', 'h', 'WH', 'WD', 'CD'];
const MOST = 10_000;

export class PromisedLimitBody {
  /** Natural minutes, natural hours, working hours, working days, calendar days. */
  @IsIn(UNITS)
  unit!: Unit;

  @IsNumber()
  @Min(0)
  @Max(MOST)
  n!: number;
}

export class CommitmentOf {
  @IsString()
  @Length(1, 20)
  typeCode!: string;

  @IsIn(STEPS)
  step!: StepName;
}

export class CommitmentBody extends CommitmentOf {
  @ValidateNested()
  @Type(() => PromisedLimitBody)
  limit!: PromisedLimitBody;

  /** Public number or place of the office that answers for it. */
  @IsString()
  @Length(1, 60)
  contact!: string;
}

export class WithdrawalBody extends CommitmentOf {
  /** It is published with the withdrawal. */
  @IsString()
  @Length(1, 400)
  reason!: string;
}
