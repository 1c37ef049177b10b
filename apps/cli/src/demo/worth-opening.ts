import type { Life } from './life.js';
import type { SeenCase } from './seen-case.js';

/** A case that shows something, and what. */
export interface WorthOpening {
  readonly life: Life;
  readonly why: string;
}

/** Accounts of the demo exist there, so that its cases are opened with a password that everybody is told. */
const AT_HOME = ['T01', 'X03'];
const RUNGS = ['StepWarned', 'StepOverdue', 'CaseEscalated', 'SupervisionReminded'];

const count = ({ timeline }: SeenCase, ...types: readonly string[]): number =>
  timeline.filter(({ type }) => types.includes(type)).length;

const mediations = ({ timeline }: SeenCase): readonly string[] =>
  timeline.filter(({ type }) => type === 'MediationConcluded').map(({ data }) => String(data['outcome']));

const raises = ({ timeline }: SeenCase): readonly string[] =>
  timeline
    .filter(({ type }) => type === 'TierRaised')
    .map(({ data }) => `${String(data['from'])} to ${String(data['tier'])} (${String(data['because'])})`);

type Sight = { readonly why: (seen: SeenCase) => string; readonly rank: (life: Life, seen: SeenCase) => number };

/** What is worth seeing, the rarest first; the highest rank above 0 is taken. */
const SIGHTS: readonly Sight[] = [
  {
    why: (seen) => `dissatisfied twice: the county's panel has it, or has decided it (round ${seen.round})`,
    rank: (_, seen) => count(seen, 'CountyReviewOpened'),
  },
  {
    why: (seen) => `reopened after a dissatisfied word: another handler, the director leads (${seen.stage})`,
    rank: (_, seen) => count(seen, 'CaseReopened'),
  },
  {
    why: (seen) => `mediated: ${mediations(seen).join(', then ')}, now at tier ${seen.tier}`,
    rank: (_, seen) => (mediations(seen).includes('AGREED') ? mediations(seen).length : 0),
  },
  {
    why: (seen) => `went up a tier: ${raises(seen).join(', ')}`,
    rank: (_, seen) => raises(seen).length,
  },
  {
    why: (seen) => `the longest ladder: ${count(seen, ...RUNGS)} rungs fired`,
    rank: (_, seen) => count(seen, ...RUNGS),
  },
  {
    why: () => 'nobody could be reached: called on several days in several ways, closed without a rating',
    rank: ({ review }, seen) => (seen.stage === 'CLOSED' && review?.parties.some(({ givenUp }) => givenUp) ? 1 : 0),
  },
  {
    why: () => 'a missed acknowledgement passed to the next candidate, with the reasons for both choices',
    rank: (_, seen) =>
      seen.timeline.filter(({ type, data }) => type === 'CaseReassigned' && data['reason'] === 'ACK_OVERDUE').length,
  },
  {
    why: () => 'the leader stepped in at E2',
    rank: (_, seen) => count(seen, 'EscalationActionTaken'),
  },
  {
    why: () => 'an assignment declined, and the next one found',
    rank: (_, seen) => count(seen, 'AssignmentDeclined'),
  },
  {
    why: () => 'a rule was relaxed to find somebody',
    rank: (_, seen) => count(seen, 'AssignmentRelaxed'),
  },
  {
    why: (seen) => `from intake to closing in ${seen.timeline.length} entries`,
    rank: (_, seen) => (seen.stage === 'CLOSED' ? seen.timeline.length : 0),
  },
];

/** Cases worth opening, each for another reason, out of what really happened. */
export const worthOpening = (lives: readonly Life[], most: number): readonly WorthOpening[] => {
  const taken = new Set<Life>();
  const found: WorthOpening[] = [];
  for (const { why, rank } of SIGHTS) {
    if (found.length === most) break;
    let best: { life: Life; seen: SeenCase; rank: number } | undefined;
    for (const life of lives) {
      const { seen } = life;
      if (!seen || taken.has(life)) continue;
      const own = rank(life, seen);
      const weighed = own > 0 && AT_HOME.includes(seen.township) ? own + 1 : own;
      if (own > 0 && weighed > (best?.rank ?? 0)) best = { life, seen, rank: weighed };
    }
    if (!best) continue;
    taken.add(best.life);
    found.push({ life: best.life, why: why(best.seen) });
  }
  return found;
};
