import type { Tier } from '#policy';
import type { OpenedCase } from './case-context.js';
import type { Recipient, UnitId } from './case-types.js';
import type { CaseStep, RungLevel } from './step-clock.js';

/** The county's own unit that supervises townships (`docs/domain.md §2.1`). */
const COUNTY_SUPERVISION: UnitId = 'K-SUPERVISION';
const COUNTY: UnitId = 'county';

const director = (unit: UnitId): Recipient => ({ role: 'CENTRE_DIRECTOR', unit });
const deputy = (unit: UnitId): Recipient => ({ role: 'DEPUTY_LEADER', unit });
const chief = (unit: UnitId): Recipient => ({ role: 'CHIEF_LEADER', unit });
const supervisor: Recipient = { role: 'COUNTY_SUPERVISOR', unit: COUNTY_SUPERVISION };

interface Line {
  readonly centre: UnitId;
  readonly leaders: UnitId;
}

const lineOf = ({ place }: OpenedCase['file'], tier: Tier): Line =>
  tier === 'K' ? { centre: place.countyCentre, leaders: COUNTY } : { centre: place.centre, leaders: place.townshipId };

/** Steps that are not the handler's to take, whoever has the case (§5.1). */
const WITHOUT_HANDLER: readonly CaseStep[] = [
  ...(['accept', 'assign', 'review', 'countyReview', 'transferReceipt', 'tellLeader', 'tellCounty'] as const),
  ...(['notice', 'delivery', 'reExamination', 'finalReview'] as const),
];

/** The county decides it itself, or asks after it above. */
const OF_THE_COUNTY: readonly CaseStep[] = ['countyReview', 'reExamination', 'finalReview'];

/** Nobody has told him of the danger in time: he hears of it now. */
const whoeverWasNotTold = (step: CaseStep, leader: Recipient): readonly Recipient[] => {
  if (step === 'tellLeader') return [leader];
  return step === 'tellCounty' ? [supervisor] : [];
};

/**
 * Who hears of a rung (`docs/domain.md §5.1`): WARN the handler (where the step has none, the director), E1 the
 * director too, E2 the deputy leader, E3 the chief leader and the county supervisor. Never the target of a complaint
 * nor his centre: then the next level up. The county's own decision is the county's line.
 */
export const recipientsOf = (state: OpenedCase, level: RungLevel, step: CaseStep): readonly Recipient[] => {
  const { file } = state;
  const handler = WITHOUT_HANDLER.includes(step) ? undefined : state.handler;
  const { centre, leaders } = lineOf(file, OF_THE_COUNTY.includes(step) ? 'K' : file.tier);
  const complained = (unit: UnitId): boolean => file.complaint?.centres.includes(unit) ?? false;
  const leader = complained(leaders) ? supervisor : deputy(leaders);
  const head = complained(centre) ? leader : director(centre);
  const person: Recipient[] =
    handler === undefined || file.complaint?.targets.includes(handler) ? [] : [{ cadreId: handler }];
  switch (level) {
    case 'WARN':
      return person.length > 0 ? person : [head];
    case 'E1':
      return [...person, head, ...whoeverWasNotTold(step, leader)];
    case 'E2':
      return [leader];
    case 'E3':
    case 'REMIND':
    case 'END':
      return complained(leaders) ? [supervisor] : [chief(leaders), supervisor];
  }
};
