export { Clock, SystemClock, VirtualClock } from './clock.js';
export { cacheFolder } from './temporal-server/cache-folder.js';
export { DataFolderInUse } from './temporal-server/recorded-child.js';
export {
  NoTemporalServer,
  resolveTemporalServer,
  type ObtainedServer,
  type ServerWishes,
} from './temporal-server/resolve-server.js';
export { TemporalServer, type ServerHealth, type TemporalServerSettings } from './temporal-server/temporal-server.js';
export { ConfigurationFaulty, configurationOf } from './configuration.js';
export { FileLock, LockTaken } from './file-lock.js';
export { newId } from './ids.js';
export { PinoLogger, type LoggingSettings } from './logging/pino-logger.js';
export { redact, redactText } from './logging/redaction.js';
