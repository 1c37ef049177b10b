import { caseTypeOf, CURRENT_POLICY } from '#policy';
import type { Share } from '#simulation';
import type { Credentials } from '../rehearsal/station/station-client.js';
import type { Happened } from './happened.js';
import type { Tally } from './tally.js';
import type { WorthOpening } from './worth-opening.js';

export interface Played {
  readonly address: string;
  readonly happened: Happened;
  readonly tally: Tally;
  readonly seconds: number;
  readonly skips: number;
}

const share = ({ good, of }: Share): string =>
  `${good}/${of}${of === 0 ? '' : ` (${Math.round((100 * good) / of)} %)`}`;
const listed = (counts: Iterable<readonly [string, number]>): string =>
  [...counts].map(([word, count]) => `${word} ${count}`).join(', ') || 'none';

const STEP_NAMES = ['accept', 'assign', 'ack', 'respond', 'resolve', 'review', 'countyReview'] as const;

/** What happened, in lines; no rate without what it is out of. */
export const report = ({ happened, tally, seconds, skips }: Played): readonly string[] => {
  const { registered, stages, outcomes, reopened, mediations, agreements, turns, figures } = happened;
  const { M02, M09, M10, M28 } = figures;
  return [
    `Played in ${Math.round(seconds)} s: ${tally.commands} commands (${tally.refusals} refused), ` +
      `${skips} skips of Temporal's time.`,
    ...[...tally.refused].map(([what, { count, reason }]) => `  refused ${count} × ${what} ${reason}`),
    '',
    `Cases registered     ${registered}`,
    `  where they stand   ${listed(stages)}`,
    `  outcomes           ${listed(outcomes)}`,
    `  reopened           ${reopened}`,
    `  otherwise          ${listed(turns)}`,
    `Mediations ended     ${listed(mediations)}; agreements ${listed(agreements)}`,
    `Escalations          ${listed(Object.entries(M28))}`,
    `On time, of those due  ${STEP_NAMES.map((step) => `${step} ${share(M02[step] ?? { good: 0, of: 0 })}`).join(', ')}`,
    `Satisfied, of rated  ${share(M09)}`,
    `Reviews answered, of those due  ${share(M10)}`,
    `Lists behind the log  half of the time at most ${tally.lagAt(0.5)} ms, 95 % at most ${tally.lagAt(0.95)} ms`,
  ];
};

/** The addresses of cases worth opening, and who may. */
export const sights = (
  address: string,
  worth: readonly (WorthOpening & { readonly reader: Credentials })[],
): readonly string[] =>
  worth.flatMap(({ life: { seen }, why, reader }) =>
    seen
      ? [
          `  ${address}/#/case/${seen.caseId}`,
          `    ${seen.caseNo} ${caseTypeOf(CURRENT_POLICY, seen.typeCode).name.zh}: ${why}; as ${reader.login} ${reader.password}`,
        ]
      : [],
  );
