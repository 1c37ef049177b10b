import type { Text } from '#policy';
import type { Life } from './life.js';
import type { SeenCase } from './seen-case.js';
import { wordOf } from './words.js';

/** A case that shows something, and what. */
export interface WorthOpening {
  readonly life: Life;
  readonly seen: SeenCase;
  readonly why: Text;
}

/** Accounts of the demo exist there, so that its cases are opened with a password that everybody is told. */
const AT_HOME = ['T01', 'X03'];
const RUNGS = ['StepWarned', 'StepOverdue', 'CaseEscalated', 'SupervisionReminded'];
const AGREED = 'AGREED';

const count = ({ timeline }: SeenCase, ...types: readonly string[]): number =>
  timeline.filter(({ type }) => types.includes(type)).length;

const mediations = ({ timeline }: SeenCase): readonly string[] =>
  timeline.filter(({ type }) => type === 'MediationConcluded').map(({ data }) => String(data['outcome']));

const inTurn = (words: readonly Text[]): Text => ({
  zh: words.map(({ zh }) => zh).join('，再'),
  en: words.map(({ en }) => en).join(', then '),
});

const raised = ({ timeline }: SeenCase): Text =>
  inTurn(
    timeline
      .filter(({ type }) => type === 'TierRaised')
      .map(({ data }) => [wordOf(String(data['from'])), wordOf(String(data['tier']))] as const)
      .map(([from, to]) => ({ zh: `${from.zh}到${to.zh}`, en: `${from.en} to ${to.en}` })),
  );

const times = (n: number): string => (n === 1 ? 'once' : `${n} times`);

type Sight = { readonly why: (seen: SeenCase) => Text; readonly rank: (seen: SeenCase) => number };

/** What is worth seeing, the rarest first; the highest rank above 0 is taken. */
const SIGHTS: readonly Sight[] = [
  {
    why: ({ stage }) =>
      stage === 'COUNTY_REVIEW'
        ? { zh: '两次不满意，正由县级复查小组复查。', en: "Dissatisfied twice: the county's panel has it." }
        : { zh: '两次不满意，县级复查小组已作决定。', en: "Dissatisfied twice: the county's panel has decided." },
    rank: (seen) => count(seen, 'CountyReviewOpened') * seen.timeline.length,
  },
  {
    why: (seen) => ({
      zh: `调解${count(seen, 'MediationRequested')}次：${inTurn(mediations(seen).map(wordOf)).zh}；转到上一级办理（${raised(seen).zh}）。`,
      en: `Mediated ${times(count(seen, 'MediationRequested'))}: ${inTurn(mediations(seen).map(wordOf)).en}; went up from ${raised(seen).en}.`,
    }),
    rank: (seen) =>
      count(seen, 'TierRaised') === 0
        ? 0
        : 10 * mediations(seen).length + (mediations(seen).includes(AGREED) ? 100 : 0),
  },
  {
    why: () => ({
      zh: '两人反映的事先并为一案，核对后又分开办理。',
      en: 'Told twice and merged; it was another matter after all, so it goes on by itself.',
    }),
    rank: (seen) => count(seen, 'MergeUndone') * seen.timeline.length,
  },
  {
    why: (seen) => ({
      zh: `时限阶梯走得最远：预警、催办、升级、督办共${count(seen, ...RUNGS)}次。`,
      en: `The longest ladder: ${count(seen, ...RUNGS)} warnings, reminders and escalations.`,
    }),
    rank: (seen) => count(seen, ...RUNGS),
  },
  {
    why: () => ({
      zh: '逾期未接单，自动改派下一人；两次选人的理由都写着。',
      en: 'Not taken in time and passed to the next candidate, with the reasons for both choices.',
    }),
    rank: (seen) =>
      seen.timeline.filter(({ type, data }) => type === 'CaseReassigned' && data['reason'] === 'ACK_OVERDUE').length,
  },
  {
    why: () => ({ zh: '评价不满意，换人重办。', en: 'Reopened after a dissatisfied word: another handler has it.' }),
    rank: (seen) => count(seen, 'CaseReopened'),
  },
  {
    why: () => ({ zh: '逾期后分管领导出面处理。', en: 'The leader stepped in when it was overdue.' }),
    rank: (seen) => count(seen, 'EscalationActionTaken'),
  },
  {
    why: () => ({ zh: '承办人不接，系统另选一人。', en: 'An assignment declined, and the next one found.' }),
    rank: (seen) => count(seen, 'AssignmentDeclined'),
  },
  {
    why: (seen) => ({
      zh: `从登记到结案，共${seen.timeline.length}条记录。`,
      en: `From intake to closing in ${seen.timeline.length} entries.`,
    }),
    rank: (seen) => (seen.stage === 'CLOSED' ? seen.timeline.length : 0),
  },
];

/** Cases worth opening, each for another reason, out of what really happened. */
export const worthOpening = (lives: readonly Life[], most: number): readonly WorthOpening[] => {
  const found: WorthOpening[] = [];
  for (const { why, rank } of SIGHTS) {
    if (found.length === most) break;
    let best: { life: Life; seen: SeenCase; rank: number } | undefined;
    for (const life of lives) {
      const { seen } = life;
      if (!seen || found.some((one) => one.life === life)) continue;
      const own = rank(seen);
      const weighed = own > 0 && AT_HOME.includes(seen.township) ? own + 1 : own;
      if (own > 0 && weighed > (best?.rank ?? 0)) best = { life, seen, rank: weighed };
    }
    if (best) found.push({ life: best.life, seen: best.seen, why: why(best.seen) });
  }
  return found;
};
