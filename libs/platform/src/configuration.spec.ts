import { describe, expect, it } from '@jest/globals';
import { IsIn, IsInt, IsOptional, IsString, Max, Min } from 'class-validator';
import { ConfigurationFaulty, configurationOf } from './configuration.js';

class Sample {
  @IsInt()
  @Min(1)
  @Max(65_535)
  port: number = 8080;

  @IsString()
  folder!: string;

  @IsOptional()
  @IsIn(['real', 'virtual'])
  clock?: string;
}

const problems = (values: Record<string, unknown>): readonly string[] => {
  try {
    configurationOf(Sample, values);
  } catch (error) {
    if (error instanceof ConfigurationFaulty) return error.problems;
    throw error;
  }
  return [];
};

describe('a configuration', () => {
  it('is typed and frozen, with defaults for what is not given', () => {
    const sample = configurationOf(Sample, { port: '9000', folder: 'data', clock: '' });
    expect(sample).toMatchObject({ port: 9000, folder: 'data' });
    expect(Object.isFrozen(sample)).toBe(true);
    expect(configurationOf(Sample, { folder: 'data', port: undefined }).port).toBe(8080);
  });

  it('names every problem at once', () => {
    const found = problems({ port: '70000', clock: 'stopped' });
    expect(found).toHaveLength(3);
    expect(found.join('\n')).toMatch(/port is 70000/);
    expect(found.join('\n')).toMatch(/folder is missing/);
    expect(found.join('\n')).toMatch(/clock is "stopped"/);
  });
});
