export {
  trainingNeed,
  trainingNeedStream,
  type OpenTrainingNeed,
  type TrainingNeed,
  type TrainingNeedCommand,
  type TrainingNeedEvent,
} from './training-need.js';
