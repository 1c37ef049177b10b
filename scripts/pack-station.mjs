/**
 * Packs the station and the packages it loads into a few files: `node scripts/pack-station.mjs`, after `tsc`.
 *
 * Finding, reading and linking its 2,400 small files one by one takes longer than all else that a start does.
 */
import { renameSync, rmSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const root = resolve(fileURLToPath(new URL('..', import.meta.url)));
const dist = (path) => resolve(root, 'dist', path);

/** Those with programs or binaries of their own beside their code, and those that are looked for only to be done without. */
const LEFT_OUT = [
  ...['@temporalio', '@photostructure/sqlite', '@node-rs/argon2', 'swagger-ui-dist'],
  ...['@nestjs/microservices', '@nestjs/websockets', '@nestjs/platform-express', '@fastify/view'],
];

const bundle = await rolldown({
  input: {
    main: dist('apps/station/src/main.js'),
    'sdk-download.child': dist('libs/platform/src/temporal-server/sdk-download.child.js'),
  },
  platform: 'node',
  external: (id) => LEFT_OUT.some((name) => id === name || id.startsWith(`${name}/`)),
  onLog: (level, log, say) => (level === 'warn' ? undefined : say(level, log)),
});
// As deep as the sources, so that what they find from where they lie is found from here.
const out = dist('apps/station/packed');
await bundle.write({ dir: `${out}.new`, keepNames: true });
await bundle.close();
rmSync(out, { recursive: true, force: true });
renameSync(`${out}.new`, out);
console.log(`Station: ${relative(root, out)}`);
