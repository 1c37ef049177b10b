import type {
  Case,
  CaseCommand,
  CaseEscalated,
  CaseEvent,
  CaseFile,
  CaseId,
  CloseOutcome,
  StepClock,
} from '#cases/domain';
import type { Actor, Instant } from '#kernel';
import { caseTypeOf, type PolicySet } from '#policy';
import { nextWorkingInstant } from '#working-time';
import { randomFor, type Random } from '../random.js';
import type { Deed } from './deed.js';
import type { Officers } from './officers.js';
import { DAY, doneAt, HOUR, MINUTE } from './pace.js';

export interface Town {
  readonly policy: PolicySet;
  readonly officers: Officers;
  readonly seed: number;
}

/** What somebody does because of an event of a case, given the case after it. Nothing where nobody would. */
export const afterCaseEvent = (town: Town, caseId: CaseId, event: CaseEvent, state: Case): readonly Deed[] => {
  const { file, round } = state;
  if (!file || isDoneAtOnce(event, file, round)) return [];
  const now = event.occurredAt;
  const random = randomFor(`${caseId} ${event.type} ${round} ${state.pastHandlers.length}`, town.seed);
  const { calendar } = town.policy;
  const by = (actor: Actor, at: Instant, command: CaseCommand): Deed[] => [
    { at, stream: `case-${caseId}`, command, actor },
  ];
  const inTime = (step: StepClock['step']): Instant => {
    const clock = state.clocks.find((running) => running.step === step);
    return clock ? doneAt(calendar, clock, now, random) : nextWorkingInstant(calendar, now + HOUR);
  };
  const clockOf = (step: StepClock['step']) => state.clocks.find((running) => running.step === step);
  const reports = (clock: StepClock | undefined): Deed[] =>
    clock ? by(directorOf(town, file), inTime('police'), REPORT) : [];
  const tells = (step: StepClock['step'], whom: 'LEADER' | 'COUNTY'): Deed[] =>
    clockOf(step) ? by(directorOf(town, file), inTime(step), { type: 'RecordRiskTold', data: { whom } }) : [];
  const writes = (step: StepClock['step'], command: CaseCommand): Deed[] =>
    clockOf(step) ? by(directorOf(town, file), inTime(step), command) : [];
  /** A dispute is mediated where it may be, and where both sides are there; everything else is seen to. */
  const handling = (): Deed[] => {
    const handler = handlerOf(state, file);
    if (state.mediation || !state.handler) return [];
    if (isMediable(town, state, file) && random.chance(MEDIATED))
      return by(handler, nextWorkingInstant(calendar, now + random.between(2, 30) * HOUR), MEDIATE);
    const at = state.agreed ? nextWorkingInstant(calendar, now + random.between(1, 20) * HOUR) : inTime('resolve');
    return by(handler, at, result(town, state, file, random));
  };
  switch (event.type) {
    case 'CaseRegistered':
      return by(...intake(town, file, random, inTime('accept')));
    case 'CaseAccepted':
      return [
        ...by(directorOf(town, file), inTime('assign'), ASSIGN),
        ...reports(clockOf('police')),
        ...writes('notice', NOTICE),
      ];
    case 'CaseRejected':
      return writes('notice', NOTICE);
    case 'PetitionReplied':
    case 'ReExaminationAnswered':
      return writes('delivery', DELIVERY);
    case 'AnswerDelivered':
      return random.chance(ASKS_FURTHER) ? by(directorOf(town, file), now + random.between(2, 25) * DAY, ASKING) : [];
    case 'ReExaminationRequested':
      return by(town.officers.at('CENTRE_DIRECTOR', file.place.countyCentre), inTime('reExamination'), EXAMINED);
    case 'FinalReviewRequested':
      return by(town.officers.at('CENTRE_DIRECTOR', file.place.countyCentre), inTime('finalReview'), EXAMINED);
    case 'RiskAssessed':
      return [...tells('tellLeader', 'LEADER'), ...tells('tellCounty', 'COUNTY')];
    case 'CaseTransferredOut':
      return by(directorOf(town, file), inTime('transferReceipt'), RECEIPT);
    case 'AssignmentDeclined':
    case 'TierRaised':
    case 'CaseReopened':
      return by(directorOf(town, file), inTime('assign'), ASSIGN);
    case 'CaseAssigned':
    case 'CaseReassigned':
      return by(handlerOf(state, file), inTime('ack'), acknowledgement(random));
    case 'CaseAcknowledged':
      return event.data.resumed ? handling() : by(handlerOf(state, file), inTime('respond'), FIRST_RESPONSE);
    case 'FirstResponseRecorded':
      return [
        ...(random.chance(0.04) ? by(handlerOf(state, file), now + DAY, extension(state)) : []),
        ...(random.chance(0.3)
          ? by(handlerOf(state, file), now + 4 * HOUR, { type: 'AddProgress', data: { note: '又去看过' } })
          : []),
        ...handling(),
      ];
    case 'MediationConcluded':
      return event.data.outcome === 'AGREED' ? handling() : [];
    case 'NextTierOffered': {
      const accepts = random.chance(TAKES_NEXT_TIER);
      return event.data.parties.flatMap((party) =>
        by(handlerOf(state, file), nextWorkingInstant(calendar, now + random.between(1, 20) * HOUR), {
          ...{ type: 'AnswerTierOffer', data: { party, accepts } },
        }),
      );
    }
    case 'CountyReviewOpened': {
      const panel = town.officers.all('COUNTY_SUPERVISOR', 'K-SUPERVISION').slice(0, town.policy.review.panelSize);
      const verdict = state.lastWord || random.chance(0.6) ? 'UPHELD' : 'REDO';
      const data = { verdict, panel: panel.map(({ id }) => id), reason: '复核意见', remediesTold: true } as const;
      return by(panel[0]!, inTime('countyReview'), { type: 'DecideCountyReview', data });
    }
    case 'CaseEscalated':
      return event.data.level === 'E2' && event.data.step !== 'countyReview' && random.chance(0.6)
        ? by(leaderOf(town, file), nextWorkingInstant(calendar, now + HOUR), action(event, random))
        : [];
    default:
      return [];
  }
};

/** Nobody could take the case: the director tries again, in the end he hands it on. */
export const afterRefusal = (
  { policy }: Town,
  deed: Deed,
  code: string,
  now: Instant,
  before: number,
): readonly Deed[] => {
  if (code !== 'NO_CANDIDATE' || deed.command.type !== 'AssignCase') return [];
  const command: CaseCommand =
    before < PATIENCE ? deed.command : { type: 'TransferOut', data: { body: 'COUNTY_DEPARTMENT', note: '无人可派' } };
  return [{ ...deed, command, at: nextWorkingInstant(policy.calendar, now + DAY / 2) }];
};

const PATIENCE = 3;
const MEDIATED = 0.85;
const TAKES_NEXT_TIER = 0.6;
const MEDIATE: CaseCommand = { type: 'StartMediation', data: {} };
const ASSIGN: CaseCommand = { type: 'AssignCase', data: {} };
const FIRST_RESPONSE: CaseCommand = { type: 'RecordFirstResponse', data: { contact: 'VISIT', note: '到现场看过' } };
const REPORT: CaseCommand = { type: 'ReportToPolice', data: { note: '已向派出所报告' } };
const ASKS_FURTHER = 0.2;
const NOTICE: CaseCommand = { type: 'NoticeAcceptance', data: {} };
const DELIVERY: CaseCommand = { type: 'DeliverAnswer', data: {} };
const ASKING: CaseCommand = { type: 'RequestExamination', data: { grounds: '不服答复' } };
const EXAMINED: CaseCommand = { type: 'AnswerExamination', data: { verdict: 'UPHELD', answer: '维持原意见' } };
const RECEIPT: CaseCommand = { type: 'RecordTransferReceipt', data: {} };
const NO_SIGNS = { violence: 0, gathered: 0, relapses: 0, threatToLife: false, weapon: false } as const;

const intake = (
  town: Town,
  file: CaseFile,
  random: Random,
  at: Instant,
): [actor: Actor, at: Instant, command: CaseCommand] => {
  const type = caseTypeOf(town.policy, file.typeCode);
  if (file.profile === 'S-AGI') {
    const clerk = town.officers.at('WINDOW_CLERK', `${file.place.townshipId}-GENERAL_OFFICE`);
    const data = { outcome: 'SOLVED' as const, result: '当场办结', skillsUsed: type.mustSkills.all };
    return [clerk, file.registeredAt + random.between(3, 25) * MINUTE, { type: 'HandleImmediately', data }];
  }
  const director = directorOf(town, file);
  const drawn = random.below(100);
  if (drawn < 3)
    return [director, at, { type: 'RejectCase', data: { reason: 'OUT_OF_REMIT', guidance: '请向有权机关提出' } }];
  if (drawn < 4) return [director, at, { type: 'TransferOut', data: { body: 'POLICE', note: '移交' } }];
  if (drawn < 5) return [director, at, { type: 'WithdrawCase', data: { reason: '不再需要' } }];
  const signs = type.dispute
    ? {
        ...NO_SIGNS,
        violence: random.pick([0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 2] as const),
        gathered: random.chance(0.03) ? random.between(5, 40) : 0,
        relapses: random.pick([0, 0, 0, 0, 1]),
      }
    : NO_SIGNS;
  return [director, at, { type: 'AcceptCase', data: { signs } }];
};

const acknowledgement = (random: Random): CaseCommand =>
  random.chance(0.04)
    ? { type: 'DeclineAssignment', data: { reason: random.pick(['CONFLICT', 'OVERLOAD', 'NO_SKILL'] as const) } }
    : { type: 'Acknowledge', data: {} };

const OUTCOMES: readonly CloseOutcome[] = ['SOLVED', 'SOLVED', 'SOLVED', 'ANSWERED', 'EXPLAINED'];
const OUTCOMES_OF_DISPUTES: readonly CloseOutcome[] = ['SOLVED', 'SOLVED', 'EXPLAINED', 'NOT_AGREED_GUIDED'];

const isMediable = ({ policy }: Town, { barred, agreed, risk }: Case, { typeCode }: CaseFile): boolean =>
  caseTypeOf(policy, typeCode).dispute && !barred && !agreed && (risk?.factors['violence'] ?? 0) === 0;

const result = ({ policy }: Town, { agreed }: Case, { typeCode }: CaseFile, random: Random): CaseCommand => {
  const { dispute, mustSkills } = caseTypeOf(policy, typeCode);
  const skillsUsed = [...mustSkills.all, ...mustSkills.oneOf.flatMap((group) => group.slice(0, 1))];
  const outcome = agreed ? 'AGREED' : random.pick(dispute ? OUTCOMES_OF_DISPUTES : OUTCOMES);
  return { type: 'ResolveCase', data: { outcome, result: '办理完毕', skillsUsed } };
};

const extension = ({ clocks }: Case): CaseCommand => {
  const limit = clocks.find(({ step }) => step === 'resolve')?.limit ?? { unit: 'WD', n: 1 };
  return { type: 'ExtendLimit', data: { by: { unit: limit.unit, n: Math.ceil(limit.n / 2) }, reason: '需要会商' } };
};

const action = ({ data: { step }, occurredAt }: CaseEscalated, random: Random): CaseCommand => {
  const chosen = random.pick(['ORDER', 'ORDER', 'REASSIGN', 'ACCEPT_REASON'] as const);
  const holdUntil = chosen === 'ACCEPT_REASON' ? { holdUntil: occurredAt + 2 * DAY } : {};
  return { type: 'TakeEscalationAction', data: { step, action: chosen, reason: '已了解情况', ...holdUntil } };
};

/** Handled on the spot: one append goes on to the end, nobody has to follow. */
const isDoneAtOnce = ({ type }: CaseEvent, { profile }: CaseFile, round: number): boolean =>
  profile === 'S-AGI' && round === 1 && type !== 'CaseRegistered';

export const handlerOf = ({ handler }: Case, { place }: CaseFile): Actor => ({
  id: handler ?? '',
  role: 'RESIDENT_INSTRUCTOR',
  path: `/county/${place.townshipId}`,
});

export const directorOf = ({ officers }: Town, { tier, place }: CaseFile): Actor =>
  officers.at('CENTRE_DIRECTOR', tier === 'K' ? place.countyCentre : place.centre);

const leaderOf = ({ officers }: Town, { tier, place }: CaseFile): Actor =>
  officers.at('DEPUTY_LEADER', tier === 'K' ? 'county' : place.townshipId);
