import type { CommandBus } from '@nestjs/cqrs';
import { setTimeout as pause } from 'node:timers/promises';
import type { CountyMemory } from '#cases/nest';
import { COUNTY, proposedRoster } from '#duty/domain';
import { CommandForRoster } from '#duty/nest';
import { dutyPersonOf } from '#duty/read';
import { CommandRejected, SYSTEM, type Instant } from '#kernel';
import { CURRENT_POLICY } from '#policy';
import type { ProcessLog } from '#process';
import { addDays, isoWeekOf, localDayOf } from '#working-time';

export interface RosterPorts {
  readonly bus: CommandBus;
  readonly memory: CountyMemory;
  readonly now: Instant;
  readonly log: ProcessLog;
  /** Nothing new is begun once it aborts. */
  readonly givenUp: AbortSignal;
}

/** Everybody else's commands go first. */
const BETWEEN_MS = 20;

/**
 * In the demo county each township, and the county, publishes who is on duty this week and the next, as a start finds
 * it: what is published stays, a place that has too few people goes without.
 */
export const publishDemoRosters = async ({ bus, memory, now, log, givenUp }: RosterPorts): Promise<void> => {
  const people = memory.pool
    .snapshot()
    .candidates.flatMap(({ cadreId }) => memory.pool.recordOf(cadreId) ?? [])
    .map(dutyPersonOf);
  const today = localDayOf(now);
  for (const week of [isoWeekOf(today), isoWeekOf(addDays(today, 7))]) {
    for (const place of [...memory.county.townshipOrder, COUNTY]) {
      if (givenUp.aborted) return;
      const here = people.filter(({ places }) => places.includes(place));
      const data = proposedRoster(CURRENT_POLICY, place, week, here);
      const envelope = { commandId: `demo-roster:${place}:${week}`, requestHash: '', actor: SYSTEM };
      try {
        await bus.execute(new CommandForRoster(place, week, { type: 'PublishRoster', data }, envelope));
      } catch (error) {
        if (!(error instanceof CommandRejected)) throw error;
        log.log('A roster of the demo county was refused.', { place, week, code: error.code });
      }
      await pause(BETWEEN_MS);
    }
  }
};
