import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { countyFigures } from '#dashboards/read';
import type { AnyEvent } from '#kernel';
import { CURRENT_POLICY } from '#policy';
import { ReadModels } from '#projections';
import { FiguresFold } from '#simulation';
import { DeliveredHistory } from '#testing';
import { FigureCounts } from '../../libs/dashboards/src/nest/figure-counts.js';
import { countyPlan } from '../../apps/cli/src/rehearsal/county-plan.js';
import { openHost } from '../../apps/cli/src/rehearsal/open-host.js';
import { readScenario } from '../../apps/cli/src/rehearsal/read-scenario.js';
import { rehearse } from '../../apps/cli/src/rehearsal/rehearse.js';

const FOLDER = join('test', 'acceptance');
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.yaml'));
const { dissatisfiedUpTo } = CURRENT_POLICY.review;

interface Told {
  readonly stream: string;
  readonly event: AnyEvent;
}

const eventsOf = async (name: string): Promise<readonly Told[]> => {
  const path = join(FOLDER, name);
  const scenario = readScenario(path, readFileSync(path, 'utf8'));
  const plan = countyPlan(scenario);
  const host = await openHost('simulator', scenario, plan);
  await rehearse(scenario, plan, host);
  return host.eventsSince('');
};

const folded = (events: readonly Told[], until: number) => {
  const fold = new FiguresFold(dissatisfiedUpTo);
  for (const { stream, event } of events) fold.apply(stream, event);
  const { M02, M07, M09, M10 } = fold.at(until);
  return { M02, M07, M09, M10 };
};

const counted = async (events: readonly Told[], until: number) => {
  const history = new DeliveredHistory();
  for (const { stream, event } of events) history.write({ stream }, event);
  const models = await ReadModels.open(':memory:');
  try {
    await history.projectInto(models, countyFigures, 1_000);
    const counts = new FigureCounts(models);
    const cut = { by: 'county', within: '/county', from: 0, to: until } as const;
    const [steps, agreements, ratings, coverage] = [
      await counts.onTime(cut),
      await counts.performed(cut),
      await counts.ratings(cut, dissatisfiedUpTo),
      await counts.coverage(cut),
    ];
    const { good, of } = { good: 0, of: 0, ...ratings[0] };
    return {
      M02: Object.fromEntries(steps.map((one) => [one.step, { good: one.good, of: one.of }])),
      M07: { good: agreements[0]?.good ?? 0, of: agreements[0]?.of ?? 0 },
      M09: { good, of },
      M10: { good: coverage[0]?.good ?? 0, of: coverage[0]?.of ?? 0 },
    };
  } finally {
    await models.close();
  }
};

/** A county is founded for each. */
const REHEARSAL_MS = 120_000;

/** One truth: what a rehearsal folds and what the read model counts. */
describe('the figures of the read model', () => {
  it.each(files)(
    'are those of the rehearsal, whenever they are asked for: %s',
    async (name) => {
      const events = await eventsOf(name);
      expect(events.length).toBeGreaterThan(10);
      for (let length = 1; length <= events.length; length += 3) {
        const past = events.slice(0, length);
        const now = (past.at(-1)?.event.occurredAt ?? 0) + 1;
        expect(await counted(past, now)).toEqual(folded(past, now));
      }
      const last = (events.at(-1)?.event.occurredAt ?? 0) + 100 * 86_400_000;
      expect(await counted(events, last)).toEqual(folded(events, last));
    },
    REHEARSAL_MS,
  );

  it(
    'say of scenario 3 what the specification says',
    async () => {
      const events = await eventsOf('03-overdue-across-spring-festival.yaml');
      const last = (events.at(-1)?.event.occurredAt ?? 0) + 86_400_000;
      const none = { good: 0, of: 1 };
      expect((await counted(events, last)).M02).toMatchObject({
        ...{ accept: none, assign: none, respond: none, resolve: none },
        ack: { good: 1, of: 3 },
      });
    },
    REHEARSAL_MS,
  );
});
