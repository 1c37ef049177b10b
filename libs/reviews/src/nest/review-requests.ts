import { Equals, IsIn, IsOptional, IsString, Length } from 'class-validator';
import { CURRENT_POLICY } from '#policy';
import type { Rating, ReviewChannel } from '#reviews/domain';

const CHANNELS = ['CALL', 'SMS', 'VISIT', 'WINDOW', 'WEB'];
const ID = 64;

export class PartyOfReview {
  @IsString()
  @Length(1, ID)
  party!: string;
}

export class AttemptBody extends PartyOfReview {
  @IsIn(CHANNELS)
  channel!: ReviewChannel;
}

export class LateRatingBody extends PartyOfReview {
  @IsIn([1, 2, 3, 4, 5])
  rating!: Rating;

  @IsIn(Object.keys(CURRENT_POLICY.choices.ratingReasons))
  reason!: string;
}

export class AnswerBody extends LateRatingBody {
  /** The claim goes beyond the law, as the reviewer holds: another centre's director decides about it. */
  @IsOptional()
  @Equals(true)
  outsideLaw?: true;

  @IsIn(CHANNELS)
  channel!: ReviewChannel;
}
