export { Clock, SystemClock, VirtualClock } from './clock.js';
export { cacheFolder } from './temporal-server/cache-folder.js';
export { endRecordedOrphan } from './temporal-server/recorded-child.js';
export { resolveTemporalServer, type ObtainedServer, type ServerWishes } from './temporal-server/resolve-server.js';
export { TemporalServer, type ServerHealth, type TemporalServerSettings } from './temporal-server/temporal-server.js';
export { armFailpoint, failpoint, isArmed } from './failpoint.js';
export { FileLock, LockTaken } from './file-lock.js';
export { PinoLogger, type LoggingSettings } from './logging/pino-logger.js';
