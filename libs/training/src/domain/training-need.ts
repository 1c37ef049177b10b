import type { Command, Context, Decider, Event } from '#kernel';
import type { SkillCode } from '#policy';

/** A skill that a place asked for and did not have (`docs/domain.md §8`); what answers it is training. */
interface Need {
  /** Township, or the county. */
  readonly place: string;
  readonly skill: SkillCode;
}

export type TrainingNeedOpened = Event<
  'TrainingNeedOpened',
  Need & {
    /** The case that could not be given to anybody of the place as it should. */
    readonly caseId: string;
    /** What helped instead: R1 to R3, or the director's hand (R5). */
    readonly relaxed: string;
  }
>;
export type TrainingNeedEvent = TrainingNeedOpened;
export type OpenTrainingNeed = Command<'OpenTrainingNeed', TrainingNeedOpened['data']>;
export type TrainingNeedCommand = OpenTrainingNeed;

export interface TrainingNeed {
  readonly stage: 'none' | 'open';
}

export const trainingNeedStream = ({ place, skill }: Need): string => `training-need-${place}-${skill}`;

/** Open once, however many cases feel the lack. */
export const trainingNeed: Decider<TrainingNeed, TrainingNeedCommand, TrainingNeedEvent, Context> = {
  initialState: { stage: 'none' },
  decide: ({ data }, { stage }, { now }) =>
    stage === 'none' ? [{ type: 'TrainingNeedOpened', occurredAt: now, data }] : [],
  evolve: (state, event) => (event.type === 'TrainingNeedOpened' ? { stage: 'open' } : state),
};
