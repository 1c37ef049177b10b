export {
  increment,
  insert,
  patch,
  plus,
  remove,
  upsert,
  type AnyChange,
  type Change,
  type PatchedColumns,
  type Plus,
} from './change.js';
export { conditionOf, type Condition } from './condition.js';
export { digestOfLog, type Digest } from './digest.js';
export { PoisonousEvent, type DeliveredEvent } from './fold-batch.js';
export { defineProjection, type EventMeta, type Projection, type ProjectionDefinition } from './projection.js';
export {
  ProjectionRunner,
  type ProjectionLag,
  type ProjectionProblem,
  type ProjectionRunnerOptions,
} from './projection-runner.js';
export { CheckpointMoved, Projector, type Batch } from './projector.js';
export type { QuarantinedStream } from './quarantine.js';
export type { ReadDatabase } from './read-database.js';
export { ReadModelBeingBuilt, ReadModels, type Applied } from './read-models.js';
export { rebuild, type RebuildOptions, type RebuildProgress, type Rebuilt } from './rebuild.js';
export { openSqliteReadDatabase } from './sqlite-read-database.js';
export { discardUnfinished, openSqliteShadow } from './sqlite-shadow.js';
export type { Column, ColumnValue, NewRow, Row, RowOf, RowsOf, Table, Tables } from './table.js';
