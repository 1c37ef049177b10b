import {
  cadre,
  leaveProcess,
  evolveCadreRecord,
  type Cadre,
  type CadreCommand,
  type CadreContext,
  type CadreEvent,
  type CadreRecord,
} from '#cadres/domain';
import {
  caseDecider,
  caseProcess,
  mayAssign,
  type Case,
  type CaseCommand,
  type CaseContext,
  type MediationFacts,
} from '#cases/domain';
import { CandidatePoolFold, County, mediationFactsAfter, NOTHING_HEARD, TasksInHand } from '#cases/read';
import { dutyRoster, rosterOf, rosterProcess } from '#duty/domain';
import { dutyPersonOf } from '#duty/read';
import type { Context, Instant } from '#kernel';
import {
  agreementProcess,
  mediationDecider,
  type Mediation,
  type MediationCommand,
  type MediationContext,
} from '#mediation/domain';
import { registeredMediator } from '#mediation/read';
import { supervisionOrder } from '#oversight/domain';
import { CURRENT_POLICY, policyOf } from '#policy';
import { caseReactions } from '#process';
import { reviewDecider } from '#reviews/domain';
import { hosted, Simulation, type HostedAggregate, type SimulatedReaction, type SimulationOptions } from '#simulation';
import { orgUnit, orgUnitStream, type OrgUnit } from '#township/domain';
import { trainingNeed } from '#training/domain';
import { localDayOf } from '#working-time';

export interface SimulatedCountyOptions {
  readonly at: Instant;
  /** 0–99 for a case id: below the profile's percentage the case is reviewed (`docs/domain.md §5.1`). */
  readonly reviewDrawOf: (caseId: string) => number;
  /** Told of each event once everything else knows it. */
  readonly onRecorded?: SimulationOptions['onRecorded'];
  /** Default true. */
  readonly keepsLog?: boolean;
}

/** A county in memory: every aggregate of the system, its processes and reactions on one virtual clock. */
export const simulatedCounty = ({
  at,
  reviewDrawOf,
  onRecorded,
  keepsLog = true,
}: SimulatedCountyOptions): Simulation => {
  const policy = CURRENT_POLICY;
  const county = new County();
  const pool = new CandidatePoolFold(policy);
  const tasks = new TasksInHand();
  const records = new Map<string, CadreRecord>();
  const numbers = new Map<string, number>();
  /** Of each mediation, by its stream. */
  const heard = new Map<string, MediationFacts>();

  const caseNoOf = (township: string, now: Instant): string => {
    const prefix = `${township}-${localDayOf(now).replaceAll('-', '')}`;
    const number = (numbers.get(prefix) ?? 0) + 1;
    numbers.set(prefix, number);
    return `${prefix}-${String(number).padStart(4, '0')}`;
  };
  const ofCase = (base: Context, command: CaseCommand, { file, mediation: open }: Case): CaseContext => {
    const { now, actor } = base;
    const version = file?.policyVersion;
    const actorUnit = records.get(actor.id)?.unitId;
    const mediationId = open?.mediationId;
    if (command.type === 'RegisterCase' && version === undefined) {
      const { caseId, typeCode, villageIds, complaint } = command.data;
      const place = county.placeOf(policy, typeCode, villageIds);
      const targetUnits = complaint ? pool.unitsOf(complaint.targets) : [];
      const caseNo = caseNoOf(place.townshipId, base.now);
      const intake = { caseNo, place, reviewDraw: reviewDrawOf(caseId), targetUnits };
      return { now, actor, policy, intake };
    }
    const assigns = mayAssign(command);
    return {
      now,
      actor,
      policy: version === undefined ? policy : policyOf(version),
      intake: undefined,
      actorUnit,
      pool: assigns ? pool.snapshot() : undefined,
      townshipOrder: assigns ? county.townshipOrder : undefined,
      mediation:
        command.type === 'Escalate' && mediationId !== undefined ? heard.get(`mediation-${mediationId}`) : undefined,
      target: otherCase(command, (caseId) => simulation.stateOf<Case>(`case-${caseId}`)),
    };
  };
  const ofCadre = ({ now, actor }: Context, command: CadreCommand, { record, requested }: Cadre): CadreContext => {
    if (command.type !== 'ApproveLeave' && command.type !== 'FollowLeave') return { now, actor, policy };
    const inHand = record ? tasks.of(record.cadreId) : [];
    if (command.type === 'FollowLeave') return { now, actor, policy, tasks: inHand };
    const { leaveId, substitute } = command.data;
    const named = substitute ?? requested.find((leave) => leave.leaveId === leaveId)?.substitute;
    const substituted = records.get(named ?? '');
    return { now, actor, policy, tasks: inHand, ...(substituted && { substitute: substituted }) };
  };

  const onRegister = (cadreId = '') => {
    const record = records.get(cadreId);
    return record && registeredMediator(record);
  };
  const ofMediation = (
    base: Context,
    command: MediationCommand,
    { proposal, mediator, panel }: Mediation,
  ): MediationContext => {
    const { caseId, policyVersion } = proposal ?? { caseId: '', policyVersion: policy.version };
    const mediated = simulation.stateOf<Case>(`case-${caseId}`);
    const complaint = mediated?.file?.complaint;
    const known = onRegister(command.type === 'ProposeMediator' ? command.data.mediatorId : mediator);
    const resolve = mediated?.clocks.find(({ step }) => step === 'resolve');
    const { now, actor } = base;
    return {
      now,
      actor,
      policy: policyOf(policyVersion),
      mayName: actor.role === 'CENTRE_DIRECTOR',
      hasOtherPart:
        actor.role === 'CENTRE_DIRECTOR' ||
        mediated?.handler === actor.id ||
        mediated?.coHandlers.includes(actor.id) === true,
      mediator: known,
      panel: panel.flatMap(({ mediatorId }) => onRegister(mediatorId) ?? []),
      ...(resolve && { limit: { dueAt: resolve.dueAt, extended: mediated?.extended === true } }),
      complaint,
      recused: mediated?.recused,
    };
  };

  const aggregates: readonly HostedAggregate[] = [
    hosted({
      category: 'org-unit',
      decider: orgUnit,
      context: ({ now, actor }, { command }) => {
        const parentId = command.type === 'CreateUnit' ? command.data.parentId : undefined;
        const parent = parentId === undefined ? undefined : simulation.stateOf<OrgUnit>(orgUnitStream(parentId));
        return { now, actor, policy, ...(parent && { parent }) };
      },
    }),
    hosted({
      category: 'cadre',
      decider: cadre,
      process: leaveProcess,
      context: (base, { command, state }) => ofCadre(base, command, state),
    }),
    hosted({
      category: 'case',
      decider: caseDecider,
      process: caseProcess,
      context: (base, { command, state }) => ofCase(base, command, state),
    }),
    hosted({
      category: 'mediation',
      decider: mediationDecider,
      process: agreementProcess,
      context: (base, { command, state }) => ofMediation(base, command, state),
    }),
    hosted({
      category: 'review',
      decider: reviewDecider,
      context: ({ now, actor }, { state: { policyVersion } }) => {
        return { now, actor, policy: policyVersion > 0 ? policyOf(policyVersion) : policy };
      },
    }),
    hosted({
      category: 'duty-roster',
      decider: dutyRoster,
      process: rosterProcess,
      context: ({ now, actor }, { stream }) => {
        const people = new Map([...records].map(([cadreId, record]) => [cadreId, dutyPersonOf(record)]));
        return { now, actor, policy, ...rosterOf(stream), people };
      },
    }),
    hosted({ category: 'training-need', decider: trainingNeed, context: ({ now, actor }) => ({ now, actor }) }),
    hosted({
      category: 'supervision-order',
      decider: supervisionOrder,
      context: ({ now, actor }) => ({ now, actor, policy }),
    }),
  ];
  const simulation: Simulation = new Simulation({
    at,
    aggregates,
    reactions: REACTIONS,
    keepsLog,
    onRecorded: (recorded) => {
      const { stream, event, position } = recorded;
      if (stream.startsWith('org-unit-')) county.apply(event);
      else if (stream.startsWith('cadre-')) {
        const { cadreId } = (event as CadreEvent).data;
        const record = evolveCadreRecord(records.get(cadreId), event as CadreEvent);
        if (record) records.set(cadreId, record);
      }
      if (stream.startsWith('mediation-'))
        heard.set(stream, mediationFactsAfter(heard.get(stream) ?? NOTHING_HEARD, event));
      pool.apply(stream, event, position);
      tasks.apply(stream, event);
      onRecorded?.(recorded);
    },
  });
  return simulation;
};

const NO_HASH = '';

/** The bridge's own list; what it tells a reaction besides the event is told here as well. */
const REACTIONS: readonly SimulatedReaction[] = caseReactions.map(({ name, on }) => ({
  name,
  on: Object.fromEntries(
    Object.entries(on).map(([type, react]) => [
      type,
      (event, { stream, revision, position, recordedAt, actor }) => {
        const metadata = {
          eventId: position,
          commandId: position,
          requestHash: NO_HASH,
          actor,
          correlationId: stream,
          causationId: position,
          policyVersion: CURRENT_POLICY.version,
          schemaVersion: 1,
        };
        return react(event, { stream, revision, position, recordedAt, metadata, hash: NO_HASH });
      },
    ]),
  ),
}));

/** Some commands speak of a second case. */
const otherCase = (command: CaseCommand, stateOf: (caseId: string) => Case | undefined): Case | undefined => {
  switch (command.type) {
    case 'MergeCase':
      return stateOf(command.data.into);
    case 'JudgeDuplicate':
      return stateOf(command.data.other);
    case 'LinkFinalPetition':
      return stateOf(command.data.petition);
    default:
      return undefined;
  }
};
