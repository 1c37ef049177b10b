import { parseArgs } from 'node:util';
import { runCrashLoop } from './crash-loop.js';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '10' },
    clients: { type: 'string', default: '6' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
const loop = { kills: Number(values.kills), clients: Number(values.clients), seed: Number(values.seed) };
console.log(`crash loop: ${loop.kills} kills, ${loop.clients} clients, seed ${loop.seed}`);
const { lost, doubled, violations } = await runCrashLoop(loop);
console.log(`kills ${loop.kills}, lost ${lost}, doubled ${doubled}, violations ${violations}`);
const sound = violations === 0;
console.log(`${sound ? 1 : 0} passed, ${sound ? 0 : 1} failed`);
process.exitCode = sound ? 0 : 1;
