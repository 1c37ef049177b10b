import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { differencesOf } from '../../apps/cli/src/rehearsal/rehearsal.js';
import { rehearseFile } from '../../apps/cli/src/rehearsal/rehearse-file.js';
import { report } from '../../apps/cli/src/rehearsal/report.js';

const FOLDER = join('test', 'acceptance');
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.yaml'));

const ON_THE_STATION = [
  '01-neighbour-drainage.yaml',
  '02-mushroom-disease.yaml',
  '03-overdue-across-spring-festival.yaml',
  '04-dissatisfied-twice.yaml',
  '10-anonymous-gambling-tip.yaml',
  '11-wage-gathering-at-night.yaml',
  '05-mediator-on-leave.yaml',
  '05b-nobody-accepted-in-time.yaml',
  'agreements-performed-and-broken.yaml',
  'joint-panel-and-extension.yaml',
  'explained-beyond-the-law.yaml',
  'petition-to-the-final-review.yaml',
  'petition-left-at-its-answer.yaml',
  'agency-with-missing-papers.yaml',
];

/** Real programs on a busy machine: most of it is the station's own start. */
const STATION_MS = 300_000;

/** `docs/domain.md §9`, told in files that anyone can read and change. */
describe('an acceptance scenario holds to the minute', () => {
  it.each(files)('%s on the simulator', async (name) => {
    const rehearsal = await rehearseFile(join(FOLDER, name));
    if (differencesOf(rehearsal).length > 0) throw new Error(report(rehearsal, 'en'));
    expect(rehearsal.rows.length).toBeGreaterThan(0);
  });

  it.each(ON_THE_STATION)(
    '%s on a real station, with the real Temporal',
    async (name) => {
      const program = join('dist', 'apps', 'cli', 'src', 'rehearse.js');
      const file = join(FOLDER, name);
      const { stdout } = await promisify(execFile)(process.execPath, [
        program,
        file,
        '--host',
        'station',
        '--lang',
        'en',
      ]);
      expect(stdout).not.toContain('✗');
      expect(stdout).toContain('✓');
    },
    STATION_MS,
  );
});
