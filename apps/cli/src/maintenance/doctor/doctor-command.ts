import { join, resolve } from 'node:path';
import { Command, Option } from 'commander';
import { LANGUAGES, type Language } from '../../rehearsal/texts.js';
import { ringAll } from '../rebuild-workflows.js';
import { examine, type Examination } from './examine.js';
import { note, well, wrong, type Finding } from './finding.js';
import { inWords } from './report.js';

interface Options {
  readonly data: string;
  readonly fix: boolean;
  readonly lang?: Language;
}

/** `doctor`: exit code 0 where all is well, 1 where something is wrong. */
export const doctorCommand = (environment: NodeJS.ProcessEnv): Command =>
  new Command('doctor')
    .description('says what is wrong with a data folder, and what to do; may be run while the station works')
    .option('--data <folder>', 'data folder', '.minqing')
    .option('--fix', 'ring all open processes anew', false)
    .addOption(new Option('--lang <language>', 'otherwise as LANG says').choices(LANGUAGES))
    .action(async ({ data, fix, lang = languageOf(environment) }: Options) => {
      const folder = resolve(data);
      const examination = await examine(folder, Date.now());
      const findings = [...examination.findings, ...(fix ? [mend(folder, examination)] : [])];
      const count = findings.filter(({ severity }) => severity === 'wrong').length;
      const sum = count === 0 ? well('ALL_WELL') : wrong('NOT_WELL', { count });
      for (const finding of [...findings, sum]) console.log(inWords(finding, lang));
      if (count > 0) process.exitCode = 1;
    });

/** Nothing else is safe without knowing what a person knows: the log stays as it is, files stay where they are. */
const mend = (folder: string, { mayRing }: Examination): Finding =>
  mayRing ? well('FIXED', ringAll(join(folder, 'process.db'))) : note('NOT_FIXED');

/** As every other program takes it from its surroundings. */
const languageOf = (environment: NodeJS.ProcessEnv): Language => {
  const wanted = environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG'] || '';
  return wanted.toLowerCase().startsWith('zh') ? 'zh' : 'en';
};
