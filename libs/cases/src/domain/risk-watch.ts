import { reject, type Instant, type Rung } from '#kernel';
import type { PolicySet } from '#policy';
import { addDays, dueOf, localDayOf, startOfDay } from '#working-time';
import type { CheckRisk, LowerRisk } from './case-risk.commands.js';
import type { RiskWatch } from './case-risk.events.js';
import { assertStage, type CaseContext, type OpenedCase } from './case-context.js';
import type { CaseEvent, RiskAssessed } from './case.events.js';
import type { Case } from './case.state.js';
import type { CaseStage, Risk } from './case-types.js';
import { policeClock } from './police.js';
import { recipientsOf } from './recipients.js';
import { assessRisk, isHigher, raised } from './risk.js';
import { tellingClocks } from './telling-of-risk.js';

/** From the acceptance until it is resolved: a danger does not wait while a case stands still. */
const WATCHED: readonly CaseStage[] = [
  ...(['ACCEPTED', 'ASSIGNED', 'ACKNOWLEDGED', 'IN_PROGRESS', 'IN_MEDIATION', 'SUSPENDED'] as const),
];

type Watched = Pick<OpenedCase, 'file'>;

/** The next look at a case with this risk, counted from `from` (`docs/domain.md §4.4`). */
export const watchOf = (policy: PolicySet, { file }: Watched, risk: Risk, from: Instant): RiskWatch => {
  const rescoreAt = nextRise(policy, file, risk, from);
  return {
    checkDueAt: dueOf(policy.calendar, policy.risk.watch[risk.level].checkEvery, from).at,
    ...(rescoreAt !== undefined && { rescoreAt }),
  };
};

/** Somebody joined who may need more care: looked at in the night after, if that raises anything. */
export const watchAfterJoining = (policy: PolicySet, { watch, risk }: Case, file: OpenedCase['file'], at: Instant) => {
  if (!watch || !risk) return undefined;
  const rescoreAt = nextRise(policy, file, risk, at);
  return rescoreAt === undefined || rescoreAt === watch.rescoreAt ? undefined : { ...watch, rescoreAt };
};

/** Midnights at which nothing would rise are not waited for: a county has thousands of open cases. */
const nextRise = (policy: PolicySet, file: OpenedCase['file'], risk: Risk, from: Instant): Instant | undefined => {
  const midnights = [
    localDayOf(from),
    ...policy.risk.age.map(({ overDays }) => addDays(localDayOf(file.registeredAt), overDays)),
  ]
    .map((day) => startOfDay(addDays(day, 1)))
    .filter((midnight) => midnight > from)
    .toSorted((one, other) => one - other);
  return midnights.find((midnight) => raised(policy, file, risk, midnight) !== undefined);
};

/** What the case's process waits for beside its clocks. */
export const watchRungs = ({ stage, round, watch, watchTurns }: Case): readonly Rung[] => {
  if (!watch || !WATCHED.includes(stage)) return [];
  const attempt = watchTurns;
  const check: Rung = { round, step: 'riskCheck', attempt, level: 'END', at: watch.checkDueAt };
  return watch.rescoreAt === undefined
    ? [check]
    : [check, { round, step: 'riskRise', attempt, level: 'END', at: watch.rescoreAt }];
};

/** Nothing where the rung is not one of the watch. */
export const watchEnded = (rung: Rung, state: OpenedCase, context: CaseContext): CaseEvent[] => {
  const { risk, watch } = state;
  const due = watchRungs(state).find(
    ({ step, round, attempt, at }) =>
      step === rung.step && round === rung.round && attempt === rung.attempt && at === rung.at,
  );
  if (!due || !risk || !watch) return [];
  if (context.now < due.at) return reject('NOT_YET_DUE', { at: due.at });
  return due.step === 'riskCheck' ? missed(state, risk, due.at, context) : risen(state, risk, due.at, context);
};

export const isWatch = ({ step }: Rung): boolean => step === 'riskCheck' || step === 'riskRise';

/** A check that was missed is shown, and the next is due when it would have been (`docs/domain.md §4.4`). */
const missed = (state: OpenedCase, { level }: Risk, at: Instant, { policy }: CaseContext): CaseEvent[] => {
  const { checkDueAt: _, ...rest } = state.watch!;
  // the end of a day is the start of the next, which is then the first to be counted
  const checkDueAt = dueOf(policy.calendar, policy.risk.watch[level].checkEvery, at - 1).at;
  return [
    {
      type: 'RiskCheckMissed',
      occurredAt: at,
      data: { level, dueAt: at, to: recipientsOf(state, 'E1', 'resolve'), watch: { ...rest, checkDueAt } },
    },
  ];
};

const risen = (state: OpenedCase, risk: Risk, at: Instant, context: CaseContext): CaseEvent[] => {
  const higher = raised(context.policy, state.file, risk, at);
  return higher ? [assessed(state, higher, context, at)] : [];
};

/** A risk that is found, with whom to tell and when to look again. */
export const assessed = (
  state: OpenedCase,
  risk: Risk,
  { policy }: CaseContext,
  at: Instant,
  clocks: RiskAssessed['data']['clocks'] = [],
): RiskAssessed => ({
  type: 'RiskAssessed',
  occurredAt: at,
  data: {
    ...risk,
    clocks: [...tellingClocks(state, policy, risk.level, at), ...clocks],
    watch: watchOf(policy, state, risk, at),
  },
});

/** Whoever looks may find it worse; that it is better is for somebody else to say. */
export const checkRisk = ({ data }: CheckRisk, state: Case, context: CaseContext): CaseEvent[] => {
  assertStage(state, ...WATCHED);
  const { policy, now, actor } = context;
  const { risk, file } = state;
  if (!risk) return reject('NOT_IN_STAGE', { stage: state.stage, allowed: WATCHED });
  if (data.note.trim() === '') reject('NOTE_MISSING', { field: 'note' });
  const found = data.signs && assessRisk(policy, file, data.signs, now);
  const checked: CaseEvent = {
    type: 'RiskChecked',
    occurredAt: now,
    data: { by: actor.id, level: risk.level, note: data.note, watch: watchOf(policy, state, risk, now) },
  };
  return found && data.signs && isHigher(found, risk)
    ? [checked, assessed(state, found, context, now, policeClock(state, context, data.signs))]
    : [checked];
};

/** By the centre's director with a reason; from RED only by the chief leader (`docs/domain.md §4.4`). */
export const lowerRisk = ({ data }: LowerRisk, state: Case, { policy, now, actor }: CaseContext): CaseEvent[] => {
  assertStage(state, ...WATCHED);
  const { risk } = state;
  if (!risk || !isHigher(risk, data)) return reject('NOT_LOWER', { field: 'level' });
  if (data.reason.trim() === '') reject('REASON_MISSING', { field: 'reason' });
  const { loweredBy } = policy.risk.watch[risk.level];
  if (actor.role !== loweredBy && actor.role !== 'CHIEF_LEADER') reject('LOWERING_NOT_ALLOWED', { role: loweredBy });
  const { level, reason } = data;
  const watch = watchOf(policy, state, { ...risk, level }, now);
  return [{ type: 'RiskLowered', occurredAt: now, data: { by: actor.id, from: risk.level, level, reason, watch } }];
};
