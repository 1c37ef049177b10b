import { reject } from '#kernel';
import type { PolicySet } from '#policy';
import type {
  AnswerExamination,
  DeliverAnswer,
  LinkFinalPetition,
  NoticeAcceptance,
  RequestExamination,
} from './case-petition.commands.js';
import type { PetitionAnswer, PetitionBody } from './case-petition.events.js';
import { assertStage, type CaseContext, type OpenedCase } from './case-context.js';
import type { CaseEvent } from './case.events.js';
import type { Case } from './case.state.js';
import type { CaseFile } from './case-types.js';
import type { PetitionCourse } from './petition-course.js';
import { clockOf, goingOn, startClock, startWait, type StepClock } from './step-clock.js';
import { nextAttempt } from './step-limits.js';

export const isPetition = ({ typeCode }: Pick<CaseFile, 'typeCode'>): boolean => typeCode.startsWith('PET-');

/** In writing, within the days in which it is decided: both count from the registration. */
export const noticeClock = (
  { file, round }: Pick<OpenedCase, 'file' | 'round'>,
  { policy, now }: CaseContext,
): StepClock[] => {
  if (!isPetition(file)) return [];
  const { notice } = policy.petition;
  const clock = startClock(policy, { step: 'notice', round, limit: notice, startedAt: file.registeredAt });
  // decided late: what lies behind by then falls due at once
  return [
    goingOn(
      clock,
      clock.rungs.map(({ level, at }) => ({ level, at: Math.max(at, now) })),
    ),
  ];
};

export const noticeAcceptance = ({ data }: NoticeAcceptance, state: Case, { now, actor }: CaseContext): CaseEvent[] => {
  if (!state.file) return reject('CASE_NOT_FOUND');
  if (!clockOf(state.clocks, 'notice')) reject('NO_NOTICE_OWED');
  const accepted = state.stage !== 'REJECTED';
  return [{ type: 'AcceptanceNoticed', occurredAt: now, data: { by: actor.id, accepted, ...data } }];
};

/** What follows when the case of a petition is resolved: its reply has to reach the petitioner. */
export const replied = (state: OpenedCase, { policy }: CaseContext, at: number): CaseEvent[] =>
  isPetition(state.file)
    ? [
        {
          type: 'PetitionReplied',
          occurredAt: at,
          data: { body: bodyOf(state.file, 'REPLY'), clocks: [deliveryClock(state, policy, at)] },
        },
      ]
    : [];

const deliveryClock = (state: OpenedCase, policy: PolicySet, startedAt: number): StepClock => {
  const { delivery: limit } = policy.petition;
  const { round } = state;
  return startClock(policy, { step: 'delivery', round, attempt: nextAttempt(state, 'delivery'), limit, startedAt });
};

const LEVELS: readonly PetitionBody[] = ['TOWNSHIP', 'COUNTY', 'CITY', 'PROVINCE'];
const ANSWERS: readonly PetitionAnswer[] = ['REPLY', 'RE_EXAMINATION', 'FINAL_REVIEW'];

/** Each answer is looked at by the body one level above. */
export const bodyOf = ({ tier }: CaseFile, answer: PetitionAnswer): PetitionBody =>
  LEVELS[(tier === 'K' ? 1 : 0) + ANSWERS.indexOf(answer)] ?? 'PROVINCE';

function assertOpenPetition(state: Case): asserts state is OpenedCase & { readonly petition: PetitionCourse } {
  if (!state.file) return reject('CASE_NOT_FOUND');
  if (!isPetition(state.file)) reject('NO_PETITION');
  if (state.petition?.finalised) reject('PETITION_FINAL');
  assertStage(state, 'RESOLVED');
  if (!state.petition) reject('PETITION_NOT_ANSWERED');
}

/** From here on the petitioner has his days to ask the body above. */
export const deliverAnswer = ({ data }: DeliverAnswer, state: Case, context: CaseContext): CaseEvent[] => {
  assertOpenPetition(state);
  const { policy, now, actor } = context;
  if (!clockOf(state.clocks, 'delivery')) reject('ANSWER_DELIVERED');
  const { deliveredAt: startedAt = now, reference } = data;
  if (startedAt > now) reject('HAPPENED_IN_THE_FUTURE', { field: 'deliveredAt' });
  if (startedAt < state.petition.answeredAt) reject('DELIVERED_BEFORE_ANSWER', { field: 'deliveredAt' });
  const attempt = nextAttempt(state, 'appealWindow');
  const { round, petition } = state;
  const wait = startWait(policy, { step: 'appealWindow', round, attempt, limit: policy.petition.window, startedAt });
  // told of late, the window that lies behind ends now
  const window = goingOn(
    wait,
    wait.rungs.map(({ level, at }) => ({ level, at: Math.max(at, now) })),
  );
  return [
    {
      type: 'AnswerDelivered',
      occurredAt: startedAt,
      data: {
        by: actor.id,
        answer: petition.answer,
        ...(reference !== undefined && { reference }),
        clocks: [window],
      },
    },
  ];
};

/** Within the window, or before the answer was formally delivered: whoever asks about it has it. */
export const requestExamination = ({ data }: RequestExamination, state: Case, context: CaseContext): CaseEvent[] => {
  assertOpenPetition(state);
  const { policy, now, actor } = context;
  if (data.grounds.trim() === '') reject('GROUNDS_MISSING', { field: 'grounds' });
  const { petition, round } = state;
  if (petition.asked) reject('EXAMINATION_UNDER_WAY');
  const window = clockOf(state.clocks, 'appealWindow');
  if (window && now > window.dueAt) reject('PETITION_WINDOW_OVER', { until: window.dueAt });
  const { examination: limit } = policy.petition;
  const further = petition.answer === 'REPLY' ? 'RE_EXAMINATION' : 'FINAL_REVIEW';
  const body = bodyOf(state.file, further);
  const step = further === 'RE_EXAMINATION' ? 'reExamination' : 'finalReview';
  const clocks = [startClock(policy, { step, round, limit, startedAt: now })];
  const type = further === 'RE_EXAMINATION' ? 'ReExaminationRequested' : 'FinalReviewRequested';
  return [{ type, occurredAt: now, data: { by: actor.id, body, grounds: data.grounds, clocks } }];
};

/** The first opens another window, the second is the last word on these facts. */
export const answerExamination = ({ data }: AnswerExamination, state: Case, context: CaseContext): CaseEvent[] => {
  assertOpenPetition(state);
  const { policy, now, actor } = context;
  if (data.answer.trim() === '') reject('RESULT_MISSING', { field: 'answer' });
  const { verdict, answer } = data;
  const by = actor.id;
  switch (state.petition.asked) {
    case undefined:
      return reject('NO_EXAMINATION_ASKED');
    case 'RE_EXAMINATION': {
      if ([...state.pastHandlers, ...state.coHandlers].includes(by)) reject('EXAMINER_INVOLVED');
      const clocks = [deliveryClock(state, policy, now)];
      return [{ type: 'ReExaminationAnswered', occurredAt: now, data: { by, verdict, answer, clocks } }];
    }
    case 'FINAL_REVIEW':
      return [
        { type: 'FinalReviewAnswered', occurredAt: now, data: { by, verdict, answer } },
        ...finalised(state, 'FINAL_REVIEW', 'FINAL_ANSWER', now),
      ];
  }
};

/** The window has passed and nobody asked. */
export const windowEnded = (state: OpenedCase, at: number): CaseEvent[] =>
  state.petition ? finalised(state, state.petition.answer, 'WINDOW_UNUSED', at) : [];

const finalised = (
  { outcome }: OpenedCase,
  answer: PetitionAnswer,
  because: 'FINAL_ANSWER' | 'WINDOW_UNUSED',
  at: number,
): CaseEvent[] => [
  { type: 'PetitionFinalised', occurredAt: at, data: { answer, because } },
  { type: 'CaseClosed', occurredAt: at, data: { outcome: outcome ?? 'EXPLAINED' } },
];

/** The same people come with a matter that is final: whether it brings new facts is for a person to say. */
export const linkFinalPetition = (
  _: LinkFinalPetition,
  state: Case,
  { target, now, actor }: CaseContext,
): CaseEvent[] => {
  assertStage(state, 'REGISTERED');
  if (!isPetition(state.file)) reject('NO_PETITION');
  if (state.repeats) reject('FINAL_PETITION_LINKED', { petition: state.repeats });
  if (!target?.file || !target.petition?.finalised) return reject('PETITION_NOT_FINAL', { field: 'petition' });
  const { caseId: petition, caseNo } = target.file;
  return [{ type: 'FinalPetitionLinked', occurredAt: now, data: { by: actor.id, petition, caseNo } }];
};

/**
 * A petition linked to a final one is accepted for what it brings anew only, and refused as final only with that link
 * (`docs/domain.md §6`).
 * @throws CommandRejected `NEW_FACTS_MISSING`, `PETITION_NOT_FINAL`
 */
export const assertNewFacts = ({ repeats }: Case, newFacts: string | undefined): void => {
  if (repeats !== undefined && (newFacts ?? '').trim() === '') reject('NEW_FACTS_MISSING', { field: 'newFacts' });
};
export const assertFinal = ({ repeats }: Case, reason: string): void => {
  if (reason === 'PETITION_FINALISED' && repeats === undefined) reject('PETITION_NOT_FINAL', { field: 'reason' });
};
