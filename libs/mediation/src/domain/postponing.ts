import { localDayOf, nextWorkingDay, startOfDay } from '#working-time';
import { about, comingSession, isOpen, type MediationContext, type OpenMediation } from './mediation-context.js';
import type { PostponeSession } from './mediation.commands.js';
import type { MediationEvent } from './mediation.events.js';
import { mediating, type Mediation } from './mediation.state.js';

/**
 * The mediator goes on leave and the parties have accepted nobody in his place: the session is held on the next working
 * day at the same time (`docs/domain.md §9`, scenario 5). Nothing happens where another mediates by now, or none is fixed.
 */
export const postponeSession = (
  { data: { mediatorId } }: PostponeSession,
  state: Mediation,
  { now, actor, policy }: MediationContext,
): MediationEvent[] => {
  if (!isOpen(state) || !mediating(state).includes(mediatorId)) return [];
  const coming = comingSession(state);
  if (!coming || coming.startsAt <= now) return [];
  const { session, startsAt, endsAt, form, parties, open } = coming;
  const day = localDayOf(startsAt);
  const later = startOfDay(nextWorkingDay(policy.calendar, day)) - startOfDay(day);
  return [
    {
      type: 'SessionScheduled',
      occurredAt: now,
      data: about(state as OpenMediation, {
        session,
        startsAt: startsAt + later,
        endsAt: endsAt + later,
        form,
        parties,
        open,
        by: actor.id,
        because: 'MEDIATOR_ON_LEAVE',
      }),
    },
  ];
};
