import { Command, Option } from 'commander';
import { NobodyFits } from './rehearsal/county-plan.js';
import { HOSTS, type HostName } from './rehearsal/open-host.js';
import { differencesOf } from './rehearsal/rehearsal.js';
import { rehearseFile } from './rehearsal/rehearse-file.js';
import { report } from './rehearsal/report.js';
import { InvalidScenario } from './rehearsal/scenario.js';
import { LANGUAGES, type Language } from './rehearsal/texts.js';

const isFault = (thrown: unknown): thrown is Error =>
  thrown instanceof InvalidScenario ||
  thrown instanceof NobodyFits ||
  (thrown instanceof Error && 'code' in thrown && (thrown.code === 'ENOENT' || thrown.code === 'EISDIR'));

const program = new Command('minqing').description('Minqing 民情').showHelpAfterError();

program
  .command('rehearse')
  .description('play scenario files and compare what happens with what they tell (docs/rehearsal.md)')
  .argument('<file...>', 'scenario files')
  .addOption(new Option('--host <host>', 'where they are played').choices(HOSTS).default('simulator'))
  .addOption(new Option('--lang <language>', 'language of the timeline').choices(LANGUAGES).default('zh'))
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

await program.parseAsync();
