import { onGrid, type MediationCourse } from '#demo-county';
import type { Instant } from '#kernel';
import { CURRENT_POLICY } from '#policy';
import { addDays, atMinute, countingDayOf, localDayOf, nextWorkingDay } from '#working-time';
import { move, type Move, type Outlook, type Performer } from './move.js';
import { soon } from './pace.js';
import type { SeenCase } from './seen-case.js';
import type { SeenMediation } from './seen-mediation.js';

const ASKED_AFTER_MINUTES = 110;
const OFFERED_AFTER_MINUTES = 40;
const FIXED_AFTER_MINUTES = 30;
const ENDED_AFTER_MINUTES = 15;
const SIGNED_AFTER_MINUTES = 10;
const PERFORMED_AFTER_DAYS = [1, 3, 10] as const;
const MORNING = 9 * 60 + 30;
const AFTERNOON = 14 * 60 + 30;
const ROUTES = { routesTold: ['ADMINISTRATIVE', 'COURT'] };
/** What of a claim the other side agrees to pay. */
const SETTLED_SHARE = 0.8;

/** The next thing that happens in a mediation: consent, mediator, session, and what its fate has in store for it. */
export const mediationMove = (seen: SeenCase, mediation: SeenMediation, outlook: Outlook): Move | undefined => {
  const course = courseOf(seen, mediation, outlook);
  switch (mediation.stage) {
    case 'PROPOSED':
      return consent(mediation, course, outlook);
    case 'SCHEDULED':
    case 'IN_SESSION':
      return mediator(mediation, outlook) ?? session(mediation, outlook) ?? end(seen, mediation, course, outlook);
    default:
      return undefined;
  }
};

/** Whatever the parties would like: tenure and large sums are settled in writing. */
const courseOf = ({ timeline }: SeenCase, { writtenOnly }: SeenMediation, { fate }: Outlook): MediationCourse => {
  const tried = timeline.filter(({ type }) => type === 'MediationRequested').length;
  const course = fate.courses[Math.min(tried, fate.courses.length) - 1] ?? 'ORAL';
  return course === 'ORAL' && writtenOnly ? 'WRITTEN' : course;
};

const given = (at: Instant, by: Performer, type: string, data: Move['data'] = {}): Move =>
  move(at, by, type, data, 'mediation');

const consent = (
  { parties, consented }: SeenMediation,
  course: MediationCourse,
  { now }: Outlook,
): Move | undefined => {
  const party = parties.find((one) => !consented.includes(one));
  if (party === undefined) return undefined;
  const consents = course !== 'DECLINED' || party !== parties.at(-1);
  return given(soon(now, ASKED_AFTER_MINUTES), 'HANDLER', 'RecordConsent', { party, consents });
};

const mediator = (mediation: SeenMediation, { fate, now, mediators }: Outlook): Move | undefined => {
  const { parties, offered, refused } = mediation;
  if (offered) {
    const party = parties.find((one) => !offered.acceptedBy.includes(one)) ?? '';
    const accepts = !(fate.refusesMediator && refused.length === 0);
    return given(soon(now, OFFERED_AFTER_MINUTES), 'HANDLER', 'AnswerMediator', { party, accepts });
  }
  if (mediation.mediator !== undefined) return undefined;
  const left = mediators.filter((one) => !refused.includes(one));
  const mediatorId = left[fate.text % left.length];
  return mediatorId === undefined
    ? undefined
    : given(soon(now, OFFERED_AFTER_MINUTES), 'HANDLER', 'ProposeMediator', { mediatorId });
};

/** On the working day after it is fixed; nobody talks twice before it is clear how it ends. */
const session = ({ sessions, mediator: by, parties }: SeenMediation, { fate, now }: Outlook): Move | undefined => {
  const coming = sessions.find(({ held }) => !held);
  if (coming)
    return given(onGrid(Math.max(coming.endsAt, now + 1)), { cadreId: by ?? '' }, 'RecordSession', {
      ...{ attended: parties, minutes: '双方到场，说明了经过和诉求，调解员讲明了依据。' },
    });
  if (sessions.length > 0) return undefined;
  const fixedAt = soon(now, FIXED_AFTER_MINUTES);
  const day = nextWorkingDay(CURRENT_POLICY.calendar, countingDayOf(fixedAt));
  const startsAt = atMinute(day, fate.text % 2 === 0 ? MORNING : AFTERNOON);
  return given(fixedAt, 'HANDLER', 'ScheduleSession', { startsAt, form: 'JOINT', open: false });
};

const end = (seen: SeenCase, mediation: SeenMediation, course: MediationCourse, outlook: Outlook): Move => {
  const at = soon(outlook.now, ENDED_AFTER_MINUTES);
  const by: Performer = { cadreId: mediation.mediator ?? seen.handler ?? '' };
  switch (course) {
    case 'FAILED':
      return given(at, by, 'RecordFailure', { note: '分歧较大，未能达成一致。', ...ROUTES });
    case 'TERMINATED':
    case 'DECLINED':
      return given(at, by, 'TerminateByParty', { party: mediation.parties[0], ...ROUTES });
    case 'VIOLENCE':
      return given(at, by, 'NoteViolenceSign', { note: '一方动手推搡，调解立即停止。', ...ROUTES });
    case 'ORAL':
      return given(at, by, 'RecordOralAgreement', agreement(mediation, outlook));
    case 'WRITTEN':
      return written(mediation, by, outlook);
  }
};

const agreement = ({ parties }: SeenMediation, { now, amount, fate: { text } }: Outlook) => ({
  terms: [
    {
      obligor: parties.at(-1),
      ...(amount !== undefined && { amount: Math.round(amount * SETTLED_SHARE) }),
      dueOn: addDays(localDayOf(now), PERFORMED_AFTER_DAYS[text % PERFORMED_AFTER_DAYS.length] ?? 0),
    },
  ],
  content: '双方一致同意：按商定的办法履行，今后互谅互让，不再为此事争执。',
});

/** A draft, everybody's name under it, and the seal of the centre. */
const written = (mediation: SeenMediation, by: Performer, outlook: Outlook): Move => {
  const { draft, parties, mediator: mediatorId } = mediation;
  const at = soon(outlook.now, SIGNED_AFTER_MINUTES);
  if (!draft) return given(at, by, 'DraftAgreement', agreement(mediation, outlook));
  const signer = [...parties, mediatorId].find((one) => one !== undefined && !draft.signers.includes(one));
  if (signer === undefined) return given(at, 'DIRECTOR', 'SealAgreement');
  return given(at, by, 'SignAgreement', { signer, manner: signer === mediatorId ? 'SIGNATURE' : 'FINGERPRINT' });
};
