/**
 * Packs the station and the packages it loads into a few files: `node scripts/pack-station.mjs`, after `tsc`.
 *
 * Finding, reading and linking its 2,400 small files one by one takes longer than all else that a start does.
 */
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
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
    'build-aside.worker': dist('apps/projector/src/build-aside.worker.js'),
    'sdk-download.child': dist('libs/platform/src/temporal-server/sdk-download.child.js'),
  },
  platform: 'node',
  external: (id) => LEFT_OUT.some((name) => id === name || id.startsWith(`${name}/`)),
  onLog: (level, log, say) => (level === 'warn' ? undefined : say(level, log)),
});
const { output } = await bundle.generate({ keepNames: true });
await bundle.close();

/** One letter beyond ASCII makes the engine keep the whole file in twice the memory. */
const ascii = (code) => code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

// As deep as the sources, so that what they find from where they lie is found from here.
const out = dist('apps/station/packed');
rmSync(`${out}.new`, { recursive: true, force: true });
mkdirSync(`${out}.new`, { recursive: true });
for (const { fileName, code } of output) writeFileSync(resolve(`${out}.new`, fileName), ascii(code));
rmSync(out, { recursive: true, force: true });
renameSync(`${out}.new`, out);
console.log(`Station: ${relative(root, out)}`);
