export { canonicalJson, NotCanonical, type CanonicalJson } from './canonical-json.js';
export {
  CommandExecutor,
  type CommandEnvelope,
  type CommandExecutorOptions,
  type Executed,
  type Execution,
} from './command-executor.js';
export * from './event-store.js';
export { chainHash, chainLinkOf, verifyStreamChain, type ChainFault, type ChainLink } from './hash-chain.js';
export { eventIdOf, idsWithin, streamIdFromCommand } from './ids.js';
export { SqliteLogReader } from './sqlite/log-reader.js';
export { SqliteEventStore, type SqliteEventStoreOptions } from './sqlite/sqlite-event-store.js';
export { verifyLog, type LogFault, type LogVerdict } from './sqlite/verify-log.js';
export { createUpcasters, type Upcaster, type Upcasters } from './upcasting.js';
