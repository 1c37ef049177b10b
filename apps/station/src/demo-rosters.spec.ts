import { beforeAll, describe, expect, it } from '@jest/globals';
import { cadre } from '#cadres/domain';
import { demoCounty } from '#demo-county';
import { COUNTY, dutyRoster, gapsOf, proposedRoster, type DutyPerson } from '#duty/domain';
import { dutyPersonOf } from '#duty/read';
import { fold, SYSTEM } from '#kernel';
import { CURRENT_POLICY } from '#policy';
import { instantOf } from '#working-time';

/** The week with Labour Day, founded on its Monday. */
const NOW = instantOf('2026-04-27T09:00');
const WEEK = '2026-W18';

describe('the rosters of the demo county', () => {
  const people: DutyPerson[] = [];
  beforeAll(() => {
    const context = { now: NOW, actor: SYSTEM, policy: CURRENT_POLICY };
    for (const { aggregate, command } of demoCounty({ now: NOW, policy: CURRENT_POLICY }).waves.flat()) {
      if (aggregate !== 'cadre' || command.data.registration.kind === 'LAY_MEDIATOR') continue;
      const { record } = fold(cadre, cadre.decide(command, cadre.initialState, context));
      if (record) people.push(dutyPersonOf(record));
    }
  });

  it.each(['T01', 'T04', 'X01', 'X13', COUNTY])(
    '%s has people enough for every hour, and days on site for all',
    (place) => {
      const here = people.filter(({ places }) => places.includes(place));
      const data = proposedRoster(CURRENT_POLICY, place, WEEK, here);
      expect(gapsOf(CURRENT_POLICY, place, WEEK, data.shifts)).toEqual([]);
      const published = dutyRoster.decide({ type: 'PublishRoster', data }, dutyRoster.initialState, {
        ...{ now: NOW, actor: SYSTEM, policy: CURRENT_POLICY, place, week: WEEK },
        people: new Map(here.map((one) => [one.cadreId, one])),
      });
      expect(published).toMatchObject([{ type: 'RosterPublished' }]);
    },
  );
});
