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
  readonly waysOut: WaysOutEnvironment;
}

/** Of the surroundings: by which channels people are told beside their inbox. */
export interface WaysOutEnvironment {
  /** `smtp://…`, with `mailFrom`. */
  readonly mailServer?: string | undefined;
  readonly mailFrom?: string | undefined;
  /** Folder for text messages that another program sends; for calls that another makes. */
  readonly smsSpool?: string | undefined;
  readonly callSpool?: string | undefined;
  /** JSON file: a list of `{unit, kind, webhook, secret}`. */
  readonly robots?: string | undefined;
}

const waysOutEnvironment = (env: NodeJS.ProcessEnv): WaysOutEnvironment => ({
  mailServer: env['MINQING_MAIL_SERVER'],
  mailFrom: env['MINQING_MAIL_FROM'],
  smsSpool: env['MINQING_SMS_SPOOL'],
  callSpool: env['MINQING_CALL_SPOOL'],
  robots: env['MINQING_ROBOTS'],
});

const fromRoot = (path: string): string => fileURLToPath(new URL(`../../../../${path}`, import.meta.url));

export const stationEnvironment = (env: NodeJS.ProcessEnv): StationEnvironment => ({
  temporalAddress: env['TEMPORAL_ADDRESS'],
  temporalBinary: env['TEMPORAL_BIN'],
  path: env['PATH'],
  cache: cacheFolder(env, homedir(), process.platform),
  pages: fromRoot('apps/web/dist'),
  workflowBundle: fromRoot('dist/workflows/bundle.js'),
  waysOut: waysOutEnvironment(env),
});
