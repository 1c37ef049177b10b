import type { ShareFigure } from './figures.answers.js';

/** Never without its denominator; of nothing there is no rate (`docs/domain.md`, second rule). */
export const share = (numerator: number, denominator: number): ShareFigure => ({
  numerator,
  denominator,
  value: denominator === 0 ? null : numerator / denominator,
  shown: denominator === 0 ? '—' : `${((100 * numerator) / denominator).toFixed(1)} %`,
});

/** So few that it would tell how one of them ended, or was rated. */
export const withheld = (fewerThan: number): ShareFigure => ({
  numerator: null,
  denominator: null,
  value: null,
  shown: `<${fewerThan}`,
  withheld: true,
});
