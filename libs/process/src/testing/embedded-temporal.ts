import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { cacheFolder, resolveTemporalServer, TemporalServer, type TemporalServerSettings } from '#platform';

/** The server's binary, found or fetched as `npm start` does. */
export const temporalBinary = async (): Promise<string> => {
  const { env, platform } = process;
  const server = await resolveTemporalServer({
    binary: env['TEMPORAL_BIN'],
    path: env['PATH'],
    cacheFolder: cacheFolder(env, homedir(), platform),
    say: (line) => void process.stderr.write(`${line}\n`),
  });
  if (server.kind !== 'binary') throw new Error('tests start a server of their own');
  return server.binary;
};

/** Runs `work` with a real server in a folder of its own; server and folder are gone afterwards, whatever happens. */
export const withTemporal = async (
  settings: Pick<TemporalServerSettings, 'timeSkipping' | 'dynamicConfig'>,
  work: (server: TemporalServer, folder: string) => Promise<void>,
): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'minqing-temporal-'));
  let server: TemporalServer | undefined;
  try {
    server = await TemporalServer.start({ ...settings, binary: await temporalBinary(), folder });
    await work(server, folder);
  } finally {
    await server?.stop(50);
    await rm(folder, { recursive: true, force: true });
  }
};

const root = resolve(fileURLToPath(new URL('../../../..', import.meta.url)));

/** Bundles the workflows of the sources (or of another entry file), once for each content. */
export const workflowBundle = async (entry?: string): Promise<string> => {
  const hash = createHash('sha256').update(entry ? await readFile(entry) : '');
  for (const folder of ['workflows/src', 'libs/kernel/src'])
    for (const name of (await readdir(join(root, folder), { recursive: true })).sort())
      if (name.endsWith('.ts')) hash.update(name).update(await readFile(join(root, folder, name)));
  const bundle = join(tmpdir(), `minqing-workflows-${hash.digest('hex').slice(0, 16)}.js`);
  const script = join(root, 'scripts/bundle-workflows.mjs');
  if (!existsSync(bundle))
    await promisify(execFile)(
      process.execPath,
      [script, '--from-sources', '--out', bundle, ...(entry ? ['--entry', entry] : [])],
      { cwd: root },
    );
  return bundle;
};
