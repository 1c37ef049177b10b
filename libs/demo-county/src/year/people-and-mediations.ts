import type { Case } from '#cases/domain';
import type { Actor, Instant } from '#kernel';
import type { Mediation, MediationCommand, MediationEvent, Term } from '#mediation/domain';
import { addDays, atMinute, localDayOf, nextWorkingDay, nextWorkingInstant } from '#working-time';
import { weighted } from '../matters/matter-times.js';
import { MEDIATION_COURSES, type MediationCourse } from '../mediation-courses.js';
import { randomFor } from '../random.js';
import type { Deed } from './deed.js';
import { DAY, HOUR, MINUTE } from './pace.js';
import { directorOf, handlerOf, type Town } from './people-and-cases.js';

const REFUSES_MEDIATOR = 0.08;
const KEEPS_HIS_WORD = 0.9;
const HEEDS_URGING = 0.6;
const PERFORMED_AFTER_DAYS = 10;
const MORNING = 9 * 60 + 30;
const AFTERNOON = 14 * 60 + 30;
const ROUTES = ['ADMINISTRATIVE', 'COURT'] as const;

/** What the parties, the mediator and the centre do because of an event of a mediation. */
export const afterMediationEvent = (
  town: Town,
  event: MediationEvent,
  mediation: Mediation,
  state: Case,
): readonly Deed[] => {
  const { proposal, mediator } = mediation;
  const { file } = state;
  if (!proposal || !file) return [];
  const { mediationId, parties } = proposal;
  const now = event.occurredAt;
  const { calendar } = town.policy;
  const course = weighted(randomFor(`${mediationId} course`, town.seed), MEDIATION_COURSES);
  const random = randomFor(`${mediationId} ${event.type} ${mediation.offers}`, town.seed);
  const handler = handlerOf(state, file);
  const inWorkingTime = (at: Instant): Instant => nextWorkingInstant(calendar, at);
  const by = (actor: Actor, at: Instant, command: MediationCommand): Deed => ({
    ...{ at, stream: `mediation-${mediationId}`, command, actor },
  });
  const eachWithin = (hours: number, command: (party: string) => MediationCommand): Deed[] =>
    parties.map((party) => by(handler, inWorkingTime(now + random.between(1, hours) * HOUR), command(party)));
  const offer = (): Deed[] => {
    const { refused } = mediation;
    const asked = town.officers
      .mediators(file.place.townshipId)
      .filter(({ woman, actor }) => !refused.includes(actor.id) && (woman || !proposal.womanMediator));
    if (asked.length === 0) return [];
    const data = { mediatorId: random.pick(asked).actor.id };
    return [by(directorOf(town, file), inWorkingTime(now + HOUR), { type: 'ProposeMediator', data })];
  };

  const performance = (at: Instant, term: number): Deed[] => [
    by(handler, at, { type: 'RecordPerformance', data: { term, performedOn: localDayOf(at) } }),
  ];

  switch (event.type) {
    case 'MediationProposed':
      return eachWithin(30, (party) => {
        const consents = course !== 'DECLINED' || party !== parties.at(-1);
        return { type: 'RecordConsent', data: { party, consents } };
      });
    case 'PartyConsented':
      return event.data.all ? offer() : [];
    case 'MediatorProposed': {
      const refuses = random.chance(REFUSES_MEDIATOR);
      return eachWithin(20, (party) => {
        const accepts = !(refuses && party === parties.at(-1));
        return { type: 'AnswerMediator', data: { party, accepts } };
      });
    }
    case 'MediatorRefused':
      return offer();
    case 'MediatorAccepted': {
      if (!event.data.all) return [];
      const at = inWorkingTime(now + HOUR / 2);
      const startsAt = atMinute(nextWorkingDay(calendar, localDayOf(at)), random.pick([MORNING, AFTERNOON]));
      return [by(handler, at, { type: 'ScheduleSession', data: { startsAt, form: 'JOINT', open: false } })];
    }
    case 'SessionScheduled': {
      const data = { attended: parties, minutes: '双方到场，说明了经过和诉求。' };
      return [by(handler, event.data.endsAt, { type: 'RecordSession', data })];
    }
    case 'SessionHeld':
      return [by(handler, now + 20 * MINUTE, ending(course, { ...proposal, now }))];
    case 'AgreementDrafted': {
      const signers = [...parties, ...(mediator === undefined ? [] : [mediator])];
      const signed = signers.map((signer, index) =>
        by(handler, now + (index + 1) * HOUR, { type: 'SignAgreement', data: { signer, manner: 'SIGNATURE' } }),
      );
      const sealed = inWorkingTime(now + random.between(4, 20) * HOUR);
      return [...signed, by(directorOf(town, file), sealed, { type: 'SealAgreement', data: {} })];
    }
    case 'OralAgreementReached':
    case 'AgreementEffective':
      return event.data.terms.flatMap(({ term, dueOn }) =>
        random.chance(KEEPS_HIS_WORD) ? performance(atMinute(dueOn, MORNING), term) : [],
      );
    case 'PerformanceUrged':
      return random.chance(HEEDS_URGING)
        ? performance(inWorkingTime(now + random.between(1, 4) * DAY), event.data.term)
        : [];
    default:
      return [];
  }
};

interface Talked {
  readonly parties: readonly string[];
  readonly writtenOnly: boolean;
  readonly now: Instant;
}

/** What comes of a session; whatever the parties would like, tenure and large sums are settled in writing. */
const ending = (course: MediationCourse, { parties, writtenOnly, now }: Talked): MediationCommand => {
  const [first = '', last = ''] = [parties[0], parties.at(-1)];
  const terms: Term[] = [{ term: 1, obligor: last, dueOn: addDays(localDayOf(now), PERFORMED_AFTER_DAYS) }];
  const agreement = { terms, content: '按商定的办法履行，今后不再为此事争执。' };
  switch (course) {
    case 'FAILED':
      return { type: 'RecordFailure', data: { note: '分歧较大。', routesTold: ROUTES } };
    case 'TERMINATED':
    case 'DECLINED':
      return { type: 'TerminateByParty', data: { party: first, routesTold: ROUTES } };
    case 'VIOLENCE':
      return { type: 'NoteViolenceSign', data: { note: '一方动手推搡。', routesTold: ROUTES } };
    case 'ORAL':
      return writtenOnly
        ? { type: 'DraftAgreement', data: agreement }
        : { type: 'RecordOralAgreement', data: agreement };
    case 'WRITTEN':
      return { type: 'DraftAgreement', data: agreement };
  }
};
