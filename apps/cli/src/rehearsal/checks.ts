import type { Case } from '#cases/domain';
import type { Figures } from '#simulation';
import { mismatches, sameMinute, shown } from './compare.js';
import type { ExpectedFigures, Ratio, Step } from './scenario.js';

/** Something a step says besides the events. */
export interface Check {
  readonly about: 'due' | 'rung' | 'state' | 'figure' | 'refusal' | 'silence';
  readonly subject: string;
  readonly expected: string;
  readonly got: string;
  readonly holds: boolean;
}

type Instants = Readonly<Record<string, number>>;

export const stateChecks = (
  state: Case,
  { dues, rungs, state: told }: Step,
  resolved: (data: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>,
): readonly Check[] => {
  const running = Object.fromEntries(state.clocks.map(({ step, dueAt }) => [step, dueAt]));
  return [
    ...(dues ? instantChecks('due', '', dues, running) : []),
    ...Object.entries(rungs ?? {}).flatMap(([step, expected]) => {
      const ahead = state.clocks.find((clock) => clock.step === step)?.rungs ?? [];
      return instantChecks('rung', `${step} `, expected, Object.fromEntries(ahead.map(({ level, at }) => [level, at])));
    }),
    ...(told ? stateFields(state, resolved(told)) : []),
  ];
};

/** Exactly these, no more: a limit that should not run is as wrong as one that does not. */
const instantChecks = (about: 'due' | 'rung', prefix: string, expected: Instants, actual: Instants): readonly Check[] =>
  [...new Set([...Object.keys(expected), ...Object.keys(actual)])].map((name) => {
    const [wanted, got] = [expected[name], actual[name]];
    return {
      about,
      subject: `${prefix}${name}`,
      expected: wanted === undefined ? '—' : shown(wanted),
      got: got === undefined ? '—' : shown(got),
      holds: wanted !== undefined && got !== undefined && sameMinute(wanted, got),
    };
  });

/** The case as a reader knows it: its state, with the fields of its file beside them. */
const stateFields = (state: Case, told: Readonly<Record<string, unknown>>): readonly Check[] => {
  const { file, ...rest } = state;
  const visible: Record<string, unknown> = { ...file, ...rest, risk: state.risk?.level };
  return Object.entries(told).map(([name, expected]): Check => {
    const [differs] = mismatches(expected, visible[name], name);
    const as = JSON.stringify(expected);
    return { about: 'state', subject: name, expected: as, got: differs?.got ?? as, holds: differs === undefined };
  });
};

export const figureChecks = (figures: Figures, expected: ExpectedFigures = {}): readonly Check[] =>
  Object.entries(expected).flatMap(([name, told]) => {
    const actual = figures[name as keyof Figures] as Ratio | Readonly<Record<string, Ratio | number>>;
    if (isRatio(told) || typeof told === 'number') return [figureCheck(name, told, actual as Ratio)];
    const parts = actual as Readonly<Record<string, Ratio | number>>;
    return Object.entries(told).map(([part, value]) => figureCheck(`${name} ${part}`, value, parts[part]));
  });

const isRatio = (told: unknown): told is Ratio => typeof told === 'object' && told !== null && 'of' in told;

const figureCheck = (subject: string, expected: Ratio | number, got: Ratio | number | undefined): Check => ({
  about: 'figure',
  subject,
  expected: figureText(expected),
  got: figureText(got),
  holds: figureText(expected) === figureText(got ?? (isRatio(expected) ? { good: 0, of: 0 } : 0)),
});

const figureText = (figure: Ratio | number | undefined): string =>
  figure === undefined ? '—' : typeof figure === 'number' ? String(figure) : `${figure.good}/${figure.of}`;
