import { chmod, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PINNED_VERSION, type PinnedWheel } from './pinned-server.js';
import { lastLine, runProgram } from './run-program.js';
import { mustHash, ServerNotObtained } from './wheel.js';

/**
 * Lets the Temporal SDK download the official release into the cache.
 * @throws ServerNotObtained when it cannot, takes too long, or brings other bytes than the pinned ones
 */
export const fetchBySdk = async (target: string, pinned: PinnedWheel | undefined, limitMs: number): Promise<void> => {
  await mkdir(dirname(target), { recursive: true });
  const work = await mkdtemp(join(dirname(target), '.sdk-'));
  try {
    const child = fileURLToPath(new URL('./sdk-download.child.js', import.meta.url));
    const { code, output } = await runProgram(process.execPath, [child, work, PINNED_VERSION], { limitMs });
    const file = (await readdir(work)).find((name) => name.startsWith('temporal-'));
    if (code !== 0 || !file) throw new ServerNotObtained(`the SDK's download failed: ${lastLine(output)}`);
    const binary = join(work, file);
    if (pinned) await mustHash(binary, pinned.binarySha256, "the SDK's download");
    await chmod(binary, 0o755);
    await rename(binary, target);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
};
