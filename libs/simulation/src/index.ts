export { hosted, type Decision, type HostedAggregate, type SimulatedAggregate } from './aggregate.js';
export {
  Simulation,
  type Addressed,
  type Issued,
  type Outcome,
  type PlannedRung,
  type Recorded,
  type Refusal,
  type SimulatedReaction,
  type SimulationOptions,
} from './simulation.js';
export { FiguresFold, type Figures, type Share } from './figures.js';
