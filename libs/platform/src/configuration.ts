import 'reflect-metadata';
import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';

/** Everything that is wrong with a configuration, one sentence each. */
export class ConfigurationFaulty extends Error {
  override readonly name = 'ConfigurationFaulty';

  constructor(readonly problems: readonly string[]) {
    super(`The configuration has ${problems.length} problem(s):\n${problems.map((each) => `  - ${each}`).join('\n')}`);
  }
}

/**
 * One frozen, typed configuration from plain values (an environment, options), checked by the class's decorators.
 * @throws ConfigurationFaulty listing every problem at once
 */
export const configurationOf = <Configuration extends object>(
  shape: new () => Configuration,
  values: Readonly<Record<string, unknown>>,
): Readonly<Configuration> => {
  const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== ''));
  const configuration = plainToInstance(shape, given, { enableImplicitConversion: true, exposeDefaultValues: true });
  const problems = validateSync(configuration, { whitelist: true }).flatMap((error) => problemsOf(error, ''));
  if (problems.length > 0) throw new ConfigurationFaulty(problems);
  return Object.freeze(configuration);
};

const problemsOf = ({ property, value, constraints, children }: ValidationError, within: string): string[] => {
  const path = within ? `${within}.${property}` : property;
  const own = Object.values(constraints ?? {}).map((problem) => `${path} is ${shown(value)}: ${problem}`);
  return [...own, ...(children ?? []).flatMap((child) => problemsOf(child, path))];
};

const shown = (value: unknown): string => (value === undefined ? 'missing' : JSON.stringify(value));
