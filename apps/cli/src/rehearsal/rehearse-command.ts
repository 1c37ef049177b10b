import { Command, Option } from 'commander';
import { NobodyFits } from './county-plan.js';
import { HostRefused, HOSTS, type HostName } from './open-host.js';
import { differencesOf } from './rehearsal.js';
import { rehearseFile } from './rehearse-file.js';
import { report } from './report.js';
import { InvalidScenario } from './scenario.js';
import { LANGUAGES, type Language } from './texts.js';

/** Told by name: the station's part is loaded only where it is wanted. */
const OF_THE_STATION: readonly string[] = ['StationFailed', 'NotOnTheStation'];

/** Faults of the file, not of the program: told in one line each. */
const isFault = (thrown: unknown): thrown is Error =>
  thrown instanceof InvalidScenario ||
  thrown instanceof NobodyFits ||
  thrown instanceof HostRefused ||
  (thrown instanceof Error && OF_THE_STATION.includes(thrown.name)) ||
  (thrown instanceof Error && 'code' in thrown && (thrown.code === 'ENOENT' || thrown.code === 'EISDIR'));

/** `rehearse FILE…`: exit code 1 when anything differs from what a file tells, or a file cannot be played. */
export const rehearseCommand = (): Command =>
  new Command('rehearse')
    .description('play scenario files and compare what happens with what they tell (docs/rehearsal.md)')
    .argument('<file...>', 'scenario files')
    .addOption(new Option('--host <host>', 'where they are played').choices(HOSTS).default('simulator'))
    .addOption(new Option('--lang <language>', 'language of the timeline').choices(LANGUAGES).default('zh'))
    .showHelpAfterError()
    .action(async (files: readonly string[], { host, lang }: { host: HostName; lang: Language }) => {
      for (const file of files) {
        try {
          const rehearsal = await rehearseFile(file, host);
          console.log(report(rehearsal, lang));
          if (differencesOf(rehearsal).length > 0) process.exitCode = 1;
        } catch (thrown) {
          if (!isFault(thrown)) throw thrown;
          console.error(thrown.message);
          process.exitCode = 1;
        }
      }
    });
