export { TrainingModule } from './training.module.js';
export { CommandForTrainingNeed } from './training-need.handler.js';
