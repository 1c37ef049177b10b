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
