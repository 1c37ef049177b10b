/**
 * Bundles the workflows into one file that the worker loads: `node scripts/bundle-workflows.mjs [--from-sources] [--out FILE] [--entry FILE]`.
 * From `dist` by default (after `tsc`), from the TypeScript sources for tests.
 */
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const { values } = parseArgs({
  options: {
    'from-sources': { type: 'boolean', default: false },
    entry: { type: 'string' },
    out: { type: 'string', default: resolve(root, 'dist/workflows/bundle.js') },
  },
});

const fromSources = values['from-sources'];
const { code } = await bundleWorkflowCode({
  workflowsPath: resolve(
    values.entry ?? resolve(root, fromSources ? 'workflows/src/index.ts' : 'dist/workflows/src/index.js'),
  ),
  logger: new DefaultLogger('WARN'),
  webpackConfigHook: (config) => {
    if (fromSources) {
      config.resolve.conditionNames = ['minqing-source', '...'];
      config.resolve.extensionAlias = { '.js': ['.ts', '.js'] };
    }
    return config;
  },
});
const out = resolve(values.out);
mkdirSync(dirname(out), { recursive: true });
writeFileSync(`${out}.new`, code);
renameSync(`${out}.new`, out);
console.log(`Workflow bundle: ${relative(root, out)} (${Math.round(code.length / 1024)} KiB)`);
