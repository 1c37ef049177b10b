import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { differencesOf } from '../../apps/cli/src/rehearsal/rehearsal.js';
import { rehearseFile } from '../../apps/cli/src/rehearsal/rehearse-file.js';
import { report } from '../../apps/cli/src/rehearsal/report.js';

const FOLDER = join('test', 'acceptance');
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.yaml'));

/** `docs/domain.md §9`, told in files that anyone can read and change. */
describe('an acceptance scenario holds to the minute on the simulator', () => {
  it.each(files)('%s', async (name) => {
    const rehearsal = await rehearseFile(join(FOLDER, name));
    const differences = differencesOf(rehearsal);
    if (differences.length > 0) throw new Error(report(rehearsal, 'en'));
    expect(rehearsal.rows.length).toBeGreaterThan(0);
  });
});
