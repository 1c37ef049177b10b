import type { ResourceLimits } from 'node:worker_threads';
import { SimulatedYear } from '../apps/cli/src/rehearsal/simulated-year.js';
import { measure, type Bench } from './harness.js';

const CASES = 80_000;
const LIMIT_S = 60;
const FROM = '2026-01-01';
const DAYS = 365;
const SEED = 2026;
const QUIET = 0.15;
const MIB = 1024;
const YOUNG_MIB = 192;

/** Each event leaves garbage of a moment: what is young is looked through the less often the more room it has. */
export const thread: ResourceLimits = { maxYoungGenerationSizeMb: YOUNG_MIB, maxOldGenerationSizeMb: 4_096 };

/** A county's year: its cadres, its cases and their fates, on the virtual clock. */
export const bench: Bench = async () => {
  const happened = new Map<string, number>();
  const refused = new Map<string, number>();
  const count = (counts: Map<string, number>, name: string) => counts.set(name, (counts.get(name) ?? 0) + 1);
  const year = new SimulatedYear({
    ...{ from: FROM, days: DAYS, cases: CASES, seed: SEED },
    onRecorded: ({ event }) => count(happened, event.type),
    onRefused: ({ code }) => count(refused, code),
  });
  const measured = await measure(
    {
      slice: async () => {
        year.play();
        return 1;
      },
    },
    0,
  );
  const seconds = 1 / measured.perSecond;
  // a sign of violence in a mediation opens a case that nobody brought
  const registered = (happened.get('CaseRegistered') ?? 0) - (happened.get('FollowUpCaseOpened') ?? 0);
  if (registered !== CASES) throw new Error(`${registered} cases were registered, not ${CASES}`);
  const events = [...happened.values()].reduce((sum, n) => sum + n, 0);
  const [ours, limit] = [seconds, LIMIT_S].map((value) => ({ median: value, min: value, max: value }));
  return {
    name: 'simulate',
    unit: 's',
    rows: [
      {
        ...{ clients: 1, what: `${CASES} cases in ${DAYS} days`, unit: 's', ours: ours!, limit: limit! },
        ...{ ratio: LIMIT_S / seconds, reach: 1, cpuMsPerUnit: measured.cpuMsPerUnit },
        ...{ othersCpu: measured.othersCpu, judged: measured.othersCpu <= QUIET },
        counts: {
          events,
          'events/s': events / seconds,
          'peak MiB': process.resourceUsage().maxRSS / MIB,
          ...Object.fromEntries(happened),
        },
      },
    ],
    notes: [
      `limit: ${LIMIT_S} s; the real deciders, process manager, reactions and candidate pool; one thread, ${YOUNG_MIB} MiB for what is young`,
      `refused: ${[...refused].map(([code, n]) => `${code} ${n}`).join(', ')}`,
    ],
  };
};
