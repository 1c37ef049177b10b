import { reject, unreachable, type Command, type Context, type Decider, type Event, type Instant } from '#kernel';
import { caseTypeOf, isNotLonger, limitOf, profileOf, type CaseTypeCode, type PolicySet, type StepName } from '#policy';
import type { Limit } from '#working-time';
import type { OrgUnit } from './org-unit.js';

/** What is promised: this step of a case of this type. */
interface Promised {
  readonly unitId: string;
  readonly typeCode: CaseTypeCode;
  readonly step: StepName;
}

export type ServiceCommitmentEvent =
  | Event<
      'CommitmentPublished',
      Promised & {
        readonly limit: Limit;
        /** Public number of an office, not of a person. */
        readonly contact: string;
        /** Counts what the unit has published and withdrawn: a case names the one it was registered under. */
        readonly version: number;
        readonly by: string;
      }
    >
  | Event<'CommitmentWithdrawn', Promised & { readonly reason: string; readonly version: number; readonly by: string }>;

/** For the first time, or in the place of the one before. */
export type PublishCommitment = Command<
  'PublishCommitment',
  Omit<Promised, 'unitId'> & { readonly limit: Limit; readonly contact: string }
>;
export type WithdrawCommitment = Command<'WithdrawCommitment', Omit<Promised, 'unitId'> & { readonly reason: string }>;
export type ServiceCommitmentCommand = PublishCommitment | WithdrawCommitment;

export interface Commitment extends Promised {
  readonly limit: Limit;
  readonly contact: string;
  readonly version: number;
  readonly since: Instant;
}

/** What one unit promises. */
export interface ServiceCommitments {
  readonly version: number;
  readonly inForce: readonly Commitment[];
}

export interface ServiceCommitmentContext extends Context {
  /** In force for new cases: their limits are what a promise is measured by. */
  readonly policy: PolicySet;
  readonly unit: OrgUnit;
}

export const commitmentStream = (unitId: string): string => `service-commitment-${unitId}`;

const isOf =
  ({ typeCode, step }: Omit<Promised, 'unitId'>) =>
  (one: Commitment) =>
    one.typeCode === typeCode && one.step === step;

const published = (
  { data }: PublishCommitment,
  { version, inForce }: ServiceCommitments,
  { now, actor, policy, unit }: ServiceCommitmentContext,
): ServiceCommitmentEvent[] => {
  const kind = unit.profile?.kind;
  if (unit.stage !== 'ACTIVE' || (kind !== 'COUNTY' && kind !== 'TOWNSHIP')) return reject('UNIT_MAKES_NO_PROMISE');
  const { typeCode, step } = data;
  const allowed = limitOf(profileOf(policy, caseTypeOf(policy, typeCode).profile), step);
  if (!allowed) return reject('STEP_WITHOUT_LIMIT', { field: 'step', step, typeCode });
  // each has a named clock: a promise of minutes cannot be held against working days
  const limit: Limit = { unit: data.limit.unit, n: data.limit.n };
  const whole = limit.unit !== 'WD' && limit.unit !== 'CD' ? true : Number.isInteger(limit.n);
  if (!(limit.n > 0) || !whole) return reject('PROMISE_INVALID', { field: 'limit' });
  if (!isNotLonger(limit, allowed))
    return reject('PROMISE_LONGER_THAN_LIMIT', { field: 'limit', n: allowed.n, unit: allowed.unit });
  const contact = data.contact.trim();
  if (contact === '') return reject('CONTACT_MISSING', { field: 'contact' });
  const before = inForce.find(isOf(data));
  const same = before?.limit.n === limit.n && before.limit.unit === limit.unit && before.contact === contact;
  if (same) return [];
  return [
    {
      type: 'CommitmentPublished',
      occurredAt: now,
      data: { unitId: unit.unitId, typeCode, step, limit, contact, version: version + 1, by: actor.id },
    },
  ];
};

const withdrawn = (
  { data: { typeCode, step, reason } }: WithdrawCommitment,
  { version, inForce }: ServiceCommitments,
  { now, actor, unit }: ServiceCommitmentContext,
): ServiceCommitmentEvent[] => {
  if (!inForce.some(isOf({ typeCode, step }))) return [];
  if (reason.trim() === '') return reject('REASON_MISSING', { field: 'reason' });
  return [
    {
      type: 'CommitmentWithdrawn',
      occurredAt: now,
      data: { unitId: unit.unitId, typeCode, step, reason: reason.trim(), version: version + 1, by: actor.id },
    },
  ];
};

/**
 * Public promises of a township or the county: shorter limits than the profile's, never longer, for cases registered
 * from then on (`docs/domain.md §1.2` row 22, §4.3).
 */
export const serviceCommitments: Decider<
  ServiceCommitments,
  ServiceCommitmentCommand,
  ServiceCommitmentEvent,
  ServiceCommitmentContext
> = {
  initialState: { version: 0, inForce: [] },
  evolve: (state, event) => {
    switch (event.type) {
      case 'CommitmentPublished': {
        const { by: _, ...data } = event.data;
        const others = state.inForce.filter((one) => !isOf(data)(one));
        return { version: data.version, inForce: [...others, { ...data, since: event.occurredAt }] };
      }
      case 'CommitmentWithdrawn':
        return { version: event.data.version, inForce: state.inForce.filter((one) => !isOf(event.data)(one)) };
      default:
        return state;
    }
  },
  decide: (command, state, context) => {
    switch (command.type) {
      case 'PublishCommitment':
        return published(command, state, context);
      case 'WithdrawCommitment':
        return withdrawn(command, state, context);
      default:
        return unreachable(command);
    }
  },
};
