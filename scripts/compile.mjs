/**
 * Compiles the tree into `dist` as `nest build` does (the tsconfig and the plugins of `nest-cli.json`), but keeps what it
 * learnt: `nest build` writes every file each time, which costs twice as long after a small change.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = resolve(fileURLToPath(new URL('..', import.meta.url)));
const { compilerOptions } = JSON.parse(readFileSync(resolve(root, 'nest-cli.json'), 'utf8'));
const require = createRequire(import.meta.url);

const fail = (faults) => {
  const format = { getCanonicalFileName: (path) => path, getCurrentDirectory: () => root, getNewLine: () => '\n' };
  const print = process.stderr.isTTY ? ts.formatDiagnosticsWithColorAndContext : ts.formatDiagnostics;
  process.stderr.write(`${print(faults, format)}${faults.length} errors\n`);
  process.exit(1);
};

const config = ts.getParsedCommandLineOfConfigFile(resolve(root, compilerOptions.tsConfigPath), undefined, {
  ...ts.sys,
  onUnRecoverableConfigFileDiagnostic: (fault) => fail([fault]),
});
const plugins = await Promise.all(
  compilerOptions.plugins.map(async ({ name, options }) => {
    const { before } = await import(require.resolve(`${name}/plugin`));
    return (program) => before({ ...options }, program);
  }),
);

const program = ts.createIncrementalProgram({
  rootNames: config.fileNames,
  options: config.options,
  configFileParsingDiagnostics: ts.getConfigFileParsingDiagnostics(config),
});
const faults = [
  ...program.getConfigFileParsingDiagnostics(),
  ...program.getOptionsDiagnostics(),
  ...program.getSyntacticDiagnostics(),
  ...program.getSemanticDiagnostics(),
];
const before = plugins.map((plugin) => plugin(program.getProgram()));
const emitted = program.emit(undefined, undefined, undefined, false, { before });
if (faults.length + emitted.diagnostics.length > 0) fail([...faults, ...emitted.diagnostics]);
