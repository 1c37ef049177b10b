import { join } from 'node:path';

/** The per-user folder for what may be fetched again: `MINQING_CACHE`, else the platform's own place for caches. */
export const cacheFolder = (
  env: Readonly<Record<string, string | undefined>>,
  home: string,
  platform: NodeJS.Platform,
): string => {
  if (env['MINQING_CACHE']) return env['MINQING_CACHE'];
  if (env['XDG_CACHE_HOME']) return join(env['XDG_CACHE_HOME'], 'minqing');
  if (platform === 'darwin') return join(home, 'Library', 'Caches', 'minqing');
  if (platform === 'win32') return join(env['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'), 'minqing');
  return join(home, '.cache', 'minqing');
};
