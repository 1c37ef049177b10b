import { parseArgs } from 'node:util';
import { runCrashLoop } from './crash-loop.js';
import { FAILPOINTS, runFailpoints } from './failpoints.js';

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    kills: { type: 'string' },
    clients: { type: 'string', default: '6' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    points: { type: 'string', default: FAILPOINTS.join() },
    hits: { type: 'string' },
    long: { type: 'boolean', default: false },
  },
});
const kills = Number(values.kills ?? (values.long ? 200 : 40));
const hits = Number(values.hits ?? (values.long ? 5 : 3));
let [passed, failed] = [0, 0];
const count = (sound: boolean): void => void (sound ? (passed += 1) : (failed += 1));

if (values.only !== 'crash-loop') {
  console.log(`failpoints: the first ${hits} passes of each`);
  const covered = await runFailpoints({ points: values.points.split(','), hits });
  for (const { point, kills: killed, violations } of covered) {
    console.log(`${point}: ${killed} of ${hits} kills, violations ${violations}`);
    count(killed === hits && violations === 0);
  }
}
if (values.only !== 'failpoints') {
  console.log(`crash loop: ${kills} kills, ${values.clients} clients, seed ${values.seed}`);
  const loop = { kills, clients: Number(values.clients), seed: Number(values.seed) };
  const { acknowledged, lost, doubled, violations, recoveryMs } = await runCrashLoop(loop);
  console.log(
    `kills ${kills}, acknowledged ${acknowledged}, lost ${lost}, doubled ${doubled}, violations ${violations}`,
  );
  console.log(`recovery p50 ${recoveryMs.p50} ms, p99 ${recoveryMs.p99} ms`);
  count(violations === 0);
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
