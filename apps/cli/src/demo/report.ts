import { caseTypeOf, CURRENT_POLICY, type Text } from '#policy';
import type { Share } from '#simulation';
import type { Credentials } from '../rehearsal/station/station-client.js';
import type { Happened } from './happened.js';
import type { Tally } from './tally.js';
import { both, closeOutcomeWord, stageWord, wordOf } from './words.js';
import type { WorthOpening } from './worth-opening.js';

export interface Played {
  readonly happened: Happened;
  readonly tally: Tally;
  readonly seconds: number;
  readonly skips: number;
}

const STEP_NAMES = ['accept', 'assign', 'ack', 'respond', 'resolve', 'review', 'countyReview'] as const;
const LABEL_WIDTH = 49;
const LINE_WIDTH = 74;
const NOTHING = '—';

const share = ({ good, of }: Share): string =>
  of === 0 ? NOTHING : `${good}/${of} (${Math.round((100 * good) / of)} %)`;

const listed = (counts: Iterable<readonly [string, number]>, word: (code: string) => Text = wordOf) =>
  [...counts].map(([code, count]) => `${both(word(code))} ${count}`);

/** Chinese characters take two columns of a terminal. */
const columns = (text: string): number => [...text].reduce((all, one) => all + (one > '\u2e7f' ? 2 : 1), 0);
const row = (zh: string, en: string, value: string | number): string => {
  const label = `${zh} ${en}`;
  return `  ${label}${' '.repeat(Math.max(1, LABEL_WIDTH - columns(label)))}${value}`;
};

/** Several counts, beneath their label as soon as they are more than two. */
const rows = (zh: string, en: string, counts: readonly string[]): readonly string[] => {
  if (counts.length <= 2) return [row(zh, en, counts.join(' · ') || NOTHING)];
  const lines = [''];
  for (const count of counts) {
    const last = lines.pop() ?? '';
    const longer = last === '' ? count : `${last} · ${count}`;
    lines.push(...(columns(longer) > LINE_WIDTH ? [last, count] : [longer]));
  }
  return [`  ${zh} ${en}`, ...lines.map((line) => `      ${line}`)];
};

/** What happened, in lines; no rate without what it is out of. */
export const report = ({ happened, tally, seconds, skips }: Played): readonly string[] => {
  const { registered, stages, outcomes, mediations, agreements, turns, figures } = happened;
  const { M02, M07, M09, M10, M28 } = figures;
  const steps = STEP_NAMES.flatMap((step) => {
    const onTime = M02[step];
    return onTime ? [`${both(wordOf(step))} ${share(onTime)}`] : [];
  });
  return [
    '这两周发生了什么 What happened in the fortnight',
    row('登记', 'Cases registered', registered),
    ...rows('现在何处', 'Where they stand', listed(stages, stageWord)),
    ...rows('结案结果', 'How they ended', listed(outcomes, closeOutcomeWord)),
    ...rows('中途情形', 'On the way', listed(turns)),
    ...rows('调解结束', 'Mediations ended', listed(mediations)),
    ...rows('达成协议', 'Agreements', listed(agreements)),
    ...rows('催办督办', 'Escalations', listed(Object.entries(M28))),
    ...rows('按时率（已到期的）', 'On time, of those due', steps),
    row('履行率（已履行或违约的）', 'Performed, of agreements over', share(M07)),
    row('满意率（已评价的）', 'Satisfied, of those rated', share(M09)),
    row('回访覆盖率（应回访的）', 'Answered, of reviews due', share(M10)),
    row('列表落后于日志', 'Lists behind the log', `50 % ≤ ${tally.lagAt(0.5)} ms · 95 % ≤ ${tally.lagAt(0.95)} ms`),
    row('用时', 'Played in', `${Math.round(seconds)} s`),
    row('发出命令', 'Commands given', tally.commands),
    row('其中被拒', 'Of them refused', tally.refusals),
    ...[...tally.refused].map(([what, { count, reason }]) => `    ${count} × ${what}: ${both(reason)}`),
    row('快进工作流时间', "Skips of a workflow's time", skips),
  ];
};

/** The addresses of cases worth opening, and who may. */
export const sights = (
  address: string,
  worth: readonly (WorthOpening & { readonly reader: Credentials })[],
): readonly string[] => [
  '值得打开 Worth opening',
  ...worth.flatMap(({ seen, why, reader }) => [
    `  ${address}/#/case/${seen.caseId}`,
    `    ${seen.caseNo} ${both(caseTypeOf(CURRENT_POLICY, seen.typeCode).name)}`,
    `    ${why.zh}`,
    `    ${why.en}`,
    `    登录 as ${reader.login} ${reader.password}`,
  ]),
];
