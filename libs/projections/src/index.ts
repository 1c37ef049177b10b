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
export { defineProjection, type EventMeta, type Projection, type ProjectionDefinition } from './projection.js';
export {
  ProjectionRunner,
  type ProjectionLag,
  type ProjectionProblem,
  type ProjectionRunnerOptions,
} from './projection-runner.js';
export {
  CheckpointMoved,
  PoisonousEvent,
  Projector,
  type Batch,
  type DeliveredEvent,
  type ProjectorOptions,
} from './projector.js';
export type { QuarantinedStream } from './quarantine.js';
export type { ReadDatabase } from './read-database.js';
export { ReadModels, type Applied } from './read-models.js';
export { openSqliteReadDatabase } from './sqlite-read-database.js';
export type { Column, ColumnValue, NewRow, Row, RowOf, RowsOf, Table, Tables } from './table.js';
