import type { AnyEvent } from '#kernel';
import type {
  AbsorbCase,
  CaseCommand,
  CaseEvent,
  ConcludeMediation,
  ConcludeReview,
  RegisterCase,
  ReopenOnLateRating,
} from '#cases/domain';
import type { CaseOversightEvent, IssueSupervisionOrder } from '#oversight/domain';
import type { EndMediation, MediationEvent, ProposeMediation } from '#mediation/domain';
import { CURRENT_POLICY } from '#policy';
import type { RequestReview, ReviewEvent, Settlement } from '#reviews/domain';
import { dutyReactions } from './duty-reactions.js';
import { leaveReactions } from './leave-reactions.js';
import { trainingNeedStream, type OpenTrainingNeed } from '#training/domain';
import type { DerivedCommand, Reaction } from './reactions.js';

type On<E extends AnyEvent> = {
  readonly [Type in E['type']]?: (
    event: Extract<E, { readonly type: Type }>,
    caseId: string,
  ) => DerivedCommand | undefined;
};

/** The events of a case know their case by their stream. */
const ofCases = (name: string, on: On<CaseEvent>): Reaction => ({
  name,
  on: Object.fromEntries(
    Object.entries(on).map(([type, react]) => [
      type,
      (event: AnyEvent, { stream }) =>
        (react as (event: AnyEvent, caseId: string) => DerivedCommand | undefined)(event, stream.slice('case-'.length)),
    ]),
  ),
});

const ofReviews = (
  name: string,
  on: {
    readonly [Type in ReviewEvent['type']]?: (
      event: Extract<ReviewEvent, { type: Type }>,
    ) => DerivedCommand | undefined;
  },
): Reaction => ({ name, on: on as unknown as Reaction['on'] });

const whenResolvedThenAsk = ofCases('when-a-case-is-resolved-then-its-people-are-asked', {
  CaseResolved: ({ data: { reviewed, caseNo, round, handlers, keptOut = [], centre } }, caseId) => {
    if (reviewed.length === 0) return undefined;
    const command: RequestReview = {
      type: 'RequestReview',
      data: { caseId, caseNo, round, parties: reviewed, handlers: [...new Set([...handlers, ...keptOut])], centre },
    };
    return { stream: `review-${caseId}-${round}`, command };
  },
});

const conclude = (caseId: string, data: ConcludeReview['data']): DerivedCommand => {
  const command: ConcludeReview = { type: 'ConcludeReview', data };
  return { stream: `case-${caseId}`, command };
};

const heard = (round: number, { lowest, outsideLaw }: Settlement): ConcludeReview['data'] => ({
  round,
  ...(lowest !== undefined && { rating: lowest }),
  ...(outsideLaw && { outsideLaw }),
});

const whenSettledThenConclude = ofReviews('when-a-review-is-settled-then-the-case-hears-it', {
  ReviewAnswered: ({ data: { caseId, round, settled } }) => settled && conclude(caseId, heard(round, settled)),
  ReviewUnreachable: ({ data: { caseId, round, settled } }) => settled && conclude(caseId, heard(round, settled)),
});

const whenLateThenReopen = ofReviews('when-a-late-rating-comes-then-the-case-hears-it', {
  LateReviewRecorded: ({ data: { caseId, round, rating } }) => {
    const command: ReopenOnLateRating = { type: 'ReopenOnLateRating', data: { round, rating } };
    return { stream: `case-${caseId}`, command };
  },
});

const whenAtE3ThenSupervise = ofCases('when-a-step-reaches-e3-then-supervision-is-ordered', {
  CaseEscalated: ({ data: { level, step, round, to } }, caseId) => {
    if (level !== 'E3') return undefined;
    const target = to.flatMap((recipient) => ('unit' in recipient ? [recipient.unit] : []))[0] ?? '';
    const orderId = `${caseId}-${round}-${step}`;
    const command: IssueSupervisionOrder = {
      type: 'IssueSupervisionOrder',
      data: { orderId, caseId, step, round, target },
    };
    return { stream: `supervision-order-${orderId}`, command };
  },
});

const whenOrderedThenSupervise: Reaction = {
  name: 'when-a-silent-close-is-judged-then-supervision-is-ordered',
  on: {
    ClosureJudged: (event) => {
      const { caseId, round, judgement, target } = (event as Extract<CaseOversightEvent, { type: 'ClosureJudged' }>)
        .data;
      if (judgement !== 'ORDER') return undefined;
      const orderId = `${caseId}-${round}-closure`;
      const command: IssueSupervisionOrder = {
        type: 'IssueSupervisionOrder',
        data: { orderId, caseId, step: 'closure', round, target },
      };
      return { stream: `supervision-order-${orderId}`, command };
    },
  },
};

const ofMediations = (
  name: string,
  on: {
    readonly [Type in MediationEvent['type']]?: (
      event: Extract<MediationEvent, { type: Type }>,
    ) => DerivedCommand | undefined;
  },
): Reaction => ({ name, on: on as unknown as Reaction['on'] });

const toCase = (caseId: string, command: CaseCommand): DerivedCommand => ({ stream: `case-${caseId}`, command });

const whenRequestedThenPropose = ofCases('when-mediation-is-requested-then-it-is-proposed', {
  MediationRequested: ({ data }, caseId) => {
    const command: ProposeMediation = {
      type: 'ProposeMediation',
      data: {
        mediationId: data.mediationId,
        caseId,
        caseNo: data.caseNo,
        typeCode: data.typeCode,
        tier: data.tier,
        round: data.round,
        parties: data.parties,
        urgent: data.urgent,
        writtenOnly: data.writtenOnly,
        womanMediator: data.womanMediator,
        ...(data.panel && { panel: data.panel }),
        policyVersion: data.policyVersion,
      },
    };
    return { stream: `mediation-${data.mediationId}`, command };
  },
});

const whenAllConsentThenTheCaseKnows = ofMediations('when-all-have-consented-then-the-case-knows', {
  PartyConsented: ({ data: { all, caseId, mediationId } }) =>
    all ? toCase(caseId, { type: 'NoteConsents', data: { mediationId } }) : undefined,
  MediatorAccepted: ({ data: { all, caseId, mediationId, mediatorId, township } }) => {
    if (!all) return undefined;
    const data = { mediationId, mediatorId, ...(township !== undefined && { township }) };
    return toCase(caseId, { type: 'NoteMediator', data });
  },
});

const whenExtendedThenTheLimitMoves = ofMediations('when-mediation-is-extended-then-the-limit-of-its-case-moves', {
  MediationExtended: ({ data: { caseId, mediationId, limit, by } }) =>
    toCase(caseId, { type: 'NoteExtension', data: { mediationId, limit, by } }),
});

const concluded = (
  { caseId, mediationId }: { readonly caseId: string; readonly mediationId: string },
  outcome: ConcludeMediation['data']['outcome'],
  violence = false,
): DerivedCommand =>
  toCase(caseId, {
    type: 'ConcludeMediation',
    data: { mediationId, outcome, ...(violence && { violence: true as const }) },
  });

const whenOverThenTheCaseGoesOn = ofMediations('when-mediation-is-over-then-the-case-goes-on', {
  PartyDeclined: ({ data }) => concluded(data, 'DECLINED'),
  MediationFailed: ({ data }) => concluded(data, 'FAILED'),
  MediationTerminated: ({ data }) => concluded(data, 'TERMINATED', data.because === 'VIOLENCE'),
  OralAgreementReached: ({ data }) => concluded(data, 'AGREED'),
  AgreementEffective: ({ data }) => concluded(data, 'AGREED'),
});

const whenTheCaseEndsItThenItIsOver = ofCases('when-the-case-ends-a-mediation-then-it-is-over', {
  MediationConcluded: ({ data: { endedByCase, mediationId } }) => {
    if (!endedByCase) return undefined;
    const command: EndMediation = { type: 'EndMediation', data: { because: endedByCase } };
    return { stream: `mediation-${mediationId}`, command };
  },
});

const whenMergedThenAbsorb = ofCases('when-a-case-is-merged-then-the-other-takes-it-in', {
  CaseMerged: ({ data: { into, caseNo, parties } }, source) => {
    const command: AbsorbCase = { type: 'AbsorbCase', data: { source, sourceNo: caseNo, parties } };
    return toCase(into, command);
  },
  MergeUndone: ({ data: { into } }, source) => toCase(into, { type: 'UndoAbsorption', data: { source } }),
});

/** A merge tells the other case by itself; of any other word both know. */
const whenJudgedThenTheOtherKnows = ofCases('when-two-cases-are-compared-then-the-other-knows', {
  DuplicateJudged: ({ data: { other, caseNo, verdict } }, caseId) =>
    verdict === 'SAME'
      ? undefined
      : toCase(other, { type: 'NoteJudgement', data: { other: caseId, otherNo: caseNo, verdict } }),
});

const whenNotTakenInThenUnmerge = ofCases('when-a-merged-case-is-not-taken-in-then-it-goes-on', {
  AbsorptionDeclined: ({ data: { source } }) =>
    toCase(source, { type: 'UnmergeCase', data: { reason: '', targetOver: true } }),
});

/** A skill that a place lacks is to be learnt there; with room in nobody's hands (R4) there is nothing to learn (`docs/domain.md §8`). */
const whenASkillIsMissingThenTrain = ofCases('when-a-skill-is-missing-then-it-is-to-be-learnt', {
  AssignmentRelaxed: ({ data: { step, missingSkill, place } }, caseId) => {
    if (step === 'R4' || missingSkill === undefined || place === undefined) return undefined;
    const data = { place, skill: missingSkill, caseId, relaxed: step };
    const command: OpenTrainingNeed = { type: 'OpenTrainingNeed', data };
    return { stream: trainingNeedStream(data), command };
  },
});

/** Says why it was opened, and nothing of what people said: that stays in the first case. */
const whenAFollowUpOpensThenRegister = ofCases('when-a-follow-up-opens-then-it-is-registered', {
  FollowUpCaseOpened: ({ data }) => {
    const { followUp, typeCode, channel, because, caseNo, villageIds, parties, amount, complaint } = data;
    const { zh } = CURRENT_POLICY.choices.followUpReasons[because]!.name;
    const command: RegisterCase = {
      type: 'RegisterCase',
      data: {
        ...{ caseId: followUp, typeCode, channel, villageIds, parties },
        ...{ anonymous: data.anonymous === true, summary: `${caseNo}：${zh}` },
        ...(amount !== undefined && { amount }),
        ...(complaint && { complaint }),
      },
    };
    return toCase(followUp, command);
  },
});

/** What another stream follows with at once when something happens to a case, its mediation or its review. */
export const caseReactions: readonly Reaction[] = [
  whenResolvedThenAsk,
  whenSettledThenConclude,
  whenLateThenReopen,
  whenAtE3ThenSupervise,
  whenOrderedThenSupervise,
  whenRequestedThenPropose,
  whenAllConsentThenTheCaseKnows,
  whenExtendedThenTheLimitMoves,
  whenOverThenTheCaseGoesOn,
  whenTheCaseEndsItThenItIsOver,
  whenMergedThenAbsorb,
  whenNotTakenInThenUnmerge,
  whenJudgedThenTheOtherKnows,
  whenAFollowUpOpensThenRegister,
  whenASkillIsMissingThenTrain,
  ...leaveReactions,
  ...dutyReactions,
];
