import type { Case } from './case.state.js';
import type { CadreId } from './case-types.js';

/** Who led the case, helped or mediated: they ask nobody how it went, nor decide about it (`docs/domain.md §5.3`). */
export const handledBy = ({ pastHandlers, coHandlers, mediators }: Case): readonly CadreId[] => [
  ...new Set([...pastHandlers, ...coHandlers, ...mediators]),
];

/** Whom the case is not to be left to: declared biased, or complained of (`docs/domain.md §4.5`). */
export const keptOut = ({ recused, file }: Case): readonly CadreId[] => [
  ...new Set([...recused, ...(file?.complaint?.targets ?? [])]),
];
