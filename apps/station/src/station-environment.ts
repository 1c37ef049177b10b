import { homedir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { cacheFolder } from '#platform';

/** What the station takes from its surroundings; read once, in `main.ts`. */
export interface StationEnvironment {
  readonly temporalAddress?: string | undefined;
  readonly temporalBinary?: string | undefined;
  readonly path?: string | undefined;
  /** Where fetched programs are kept. */
  readonly cache: string;
  readonly pages: string;
  readonly workflowBundle: string;
}

const fromRoot = (path: string): string => fileURLToPath(new URL(`../../../../${path}`, import.meta.url));

export const stationEnvironment = (env: NodeJS.ProcessEnv): StationEnvironment => ({
  temporalAddress: env['TEMPORAL_ADDRESS'],
  temporalBinary: env['TEMPORAL_BIN'],
  path: env['PATH'],
  cache: cacheFolder(env, homedir(), process.platform),
  pages: fromRoot('apps/web/dist'),
  workflowBundle: fromRoot('dist/workflows/bundle.js'),
});
