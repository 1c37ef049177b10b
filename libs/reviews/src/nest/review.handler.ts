import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { requireMay, type Subject } from '#access/domain';
import { CountyCalendar } from '#calendars/nest';
import { CommandExecutor, type CommandEnvelope, type Executed } from '#event-store';
import { CURRENT_POLICY, policyOf } from '#policy';
import { reviewDecider, type Review, type ReviewCommand, type ReviewContext, type ReviewEvent } from '#reviews/domain';
import { isCounty, pathOfCentre } from '#reviews/read';

export const reviewStream = (caseId: string, round: number): string => `review-${caseId}-${round}`;

export type ReviewExecuted = Executed<Review, ReviewEvent>;

/** A command on its way to the review of one round of a case. */
export class CommandForReview {
  constructor(
    readonly stream: string,
    readonly command: ReviewCommand,
    readonly envelope: CommandEnvelope,
    readonly subject: Subject = envelope.actor,
  ) {}
}

@CommandHandler(CommandForReview)
export class ReviewHandler implements ICommandHandler<CommandForReview, ReviewExecuted> {
  constructor(
    private readonly executor: CommandExecutor,
    private readonly calendar: CountyCalendar,
  ) {}

  execute({ stream, command, envelope, subject }: CommandForReview): Promise<ReviewExecuted> {
    return this.executor.execute<Review, ReviewCommand, ReviewEvent, ReviewContext>({
      decider: reviewDecider,
      stream,
      command,
      envelope,
      policyVersion: (review) => review.policyVersion || CURRENT_POLICY.version,
      context: (review, base) => {
        requireMay('review.record', subject, resourceOf(review), 'review.read');
        return {
          ...base,
          policy: this.calendar.inForce(review.policyVersion ? policyOf(review.policyVersion) : CURRENT_POLICY),
        };
      },
    });
  }
}

/** A review lies where its centre does; what the case keeps secret, its reviewer learns by contact and result only. */
export const resourceOf = ({ centre }: Review) => ({
  ...(centre !== undefined && { path: pathOfCentre(centre), countyMatter: isCounty(centre) }),
  confidentiality: 'C' as const,
});
