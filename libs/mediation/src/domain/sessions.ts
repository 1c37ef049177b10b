import { reject, type Instant } from '#kernel';
import type { PolicySet } from '#policy';
import { countingDayOf, dueOf, isWorkingDay, localDayOf, nthWorkingDayAfter, startOfDay } from '#working-time';
import {
  about,
  assertConsented,
  assertNoSessionUnderWay,
  assertOpen,
  assertParty,
  comingSession,
  type MediationContext,
  type OpenMediation,
} from './mediation-context.js';
import type { RecordSession, ScheduleSession } from './mediation.commands.js';
import type { PartyId } from './mediation-types.js';
import type { MediationEvent } from './mediation.events.js';
import type { Mediation } from './mediation.state.js';
import { assertAllMayMediate } from './mediators.js';

/** Fixes the next session, or moves the one that is fixed; before the first the parties are told their rights. */
export const scheduleSession = (
  { data }: ScheduleSession,
  state: Mediation,
  context: MediationContext,
): MediationEvent[] => {
  assertOpen(state);
  assertConsented(state);
  if (state.mediator === undefined) reject('MEDIATOR_MISSING');
  const { now, actor, policy } = context;
  assertNoSessionUnderWay(state, now);
  const { startsAt, form, open } = data;
  const endsAt = data.endsAt ?? dueOf(policy.calendar, policy.mediation.sessionLength, startsAt).at;
  if (startsAt <= now) reject('SESSION_IN_THE_PAST', { field: 'startsAt' });
  if (endsAt <= startsAt) reject('SESSION_ENDS_BEFORE_START', { field: 'endsAt' });
  assertNotice(state, startsAt, now, policy);
  assertAllMayMediate(state, context, { startsAt, endsAt });
  const parties = partiesOf(data, state);
  const session = comingSession(state)?.session ?? state.sessions.length + 1;
  return [
    ...(state.rightsTold
      ? []
      : [{ type: 'RightsInformed', occurredAt: now, data: about(state, { by: actor.id }) } as const]),
    {
      type: 'SessionScheduled',
      occurredAt: now,
      data: about(state, { session, startsAt, endsAt, form, parties, open, by: actor.id }),
    },
  ];
};

/** An ordinary session is on a later working day, an urgent one some hours ahead (`docs/domain.md §5.2`). */
const assertNotice = ({ proposal }: OpenMediation, startsAt: Instant, now: Instant, policy: PolicySet): void => {
  const { calendar, mediation } = policy;
  const { unit, n } = proposal.urgent ? mediation.notice.urgent : mediation.notice.ordinary;
  const earliest =
    unit === 'WD'
      ? startOfDay(nthWorkingDayAfter(calendar, countingDayOf(now), n))
      : dueOf(calendar, { unit, n }, now).at;
  if (startsAt < earliest) reject('NOTICE_TOO_SHORT', { field: 'startsAt', earliest });
  if (unit === 'WD' && !isWorkingDay(calendar, localDayOf(startsAt)))
    reject('SESSION_ON_DAY_OFF', { field: 'startsAt' });
};

const partiesOf = ({ form, parties = [] }: ScheduleSession['data'], state: OpenMediation): readonly PartyId[] => {
  if (form === 'JOINT') return state.proposal.parties;
  if (parties.length === 0) reject('PARTIES_MISSING', { field: 'parties' });
  parties.forEach((party) => assertParty(state, party, 'parties'));
  return [...new Set(parties)];
};

export const recordSession = (
  { data: { attended, minutes } }: RecordSession,
  state: Mediation,
  { now, actor }: MediationContext,
): MediationEvent[] => {
  assertOpen(state);
  const coming = comingSession(state) ?? reject('NO_SESSION_FIXED');
  const { session, form, startsAt, parties } = coming;
  if (now < startsAt) reject('SESSION_NOT_STARTED', { startsAt });
  if (attended.length === 0) reject('ATTENDANCE_MISSING', { field: 'attended' });
  const stranger = attended.find((party) => !parties.includes(party));
  if (stranger !== undefined) reject('PARTY_NOT_IN_SESSION', { field: 'attended', party: stranger });
  if (minutes.trim() === '') reject('MINUTES_MISSING', { field: 'minutes' });
  return [
    {
      type: 'SessionHeld',
      occurredAt: now,
      data: about(state, { session, form, attended: [...new Set(attended)], minutes, by: actor.id }),
    },
  ];
};
