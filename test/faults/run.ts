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
const secondsSince = (begun: number): number => Math.round((Date.now() - begun) / 1000);
let [passed, failed] = [0, 0];
const count = (sound: boolean): void => void (sound ? (passed += 1) : (failed += 1));

if (values.only !== 'crash-loop') {
  console.log(`failpoints: the first ${hits} passes of each`);
  const begun = Date.now();
  await runFailpoints({ points: values.points.split(','), hits }, ({ point, kills: killed, violations }) => {
    console.log(`${point}: ${killed} of ${hits} kills, violations ${violations}`);
    count(killed === hits && violations === 0);
  });
  console.log(`took ${secondsSince(begun)} s`);
}
if (values.only !== 'failpoints') {
  console.log(`crash loop: ${kills} kills, ${values.clients} clients, seed ${values.seed}`);
  const loop = { kills, clients: Number(values.clients), seed: Number(values.seed) };
  const begun = Date.now();
  const { acknowledged, lost, doubled, violations, tookPlace, recoveryMs } = await runCrashLoop(loop);
  console.log(
    `kills ${kills}, acknowledged ${acknowledged}, lost ${lost}, doubled ${doubled}, violations ${violations}`,
  );
  console.log(`recovery p50 ${recoveryMs.p50} ms, p99 ${recoveryMs.p99} ms`);
  const never = Object.entries(tookPlace).filter(([, times]) => times === 0);
  console.log(
    `in the log: ${Object.entries(tookPlace)
      .map(([what, times]) => `${times} ${what}`)
      .join(', ')}`,
  );
  if (never.length > 0)
    console.log(`PROVES NOTHING of what never took place: ${never.map(([what]) => what).join(', ')}`);
  console.log(`took ${secondsSince(begun)} s`);
  count(violations === 0 && never.length === 0);
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
