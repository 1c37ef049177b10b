import { describe, expect, it } from '@jest/globals';
import type { Happened } from './happened.js';
import { report } from './report.js';
import { Tally } from './tally.js';

const clerk = { id: 'S1', role: 'WINDOW_CLERK', path: '/county/T01', unitId: 'T01' };

const told = (more: Partial<Happened> = {}): readonly string[] => {
  const tally = new Tally();
  tally.count('AcceptCase', clerk, { status: 200, body: {} });
  const titles = { zh: '该事项已被他人更改', en: 'Somebody else has changed it' };
  tally.count('AcceptCase', clerk, { status: 412, body: { code: 'REVISION_CHANGED', titles } });
  const happened = {
    ...{ registered: 3, stages: new Map([['CLOSED', 2]]), outcomes: new Map([['SOLVED', 2]]) },
    ...{ mediations: new Map(), agreements: new Map([['ORAL', 1]]), turns: new Map([['MergeUndone', 1]]) },
    figures: {
      M02: { accept: { good: 2, of: 3 } },
      ...{ M07: { good: 1, of: 1 }, M09: { good: 1, of: 2 }, M10: { good: 0, of: 0 }, M28: { E1: 4, E2: 0, E3: 0 } },
    },
    ...more,
  };
  return report({ happened, tally, seconds: 12.4, skips: 5 });
};
const line = (label: string): string => told().find((one) => one.includes(label)) ?? '';

describe('the summary of the demo', () => {
  it('says everything in Chinese and English', () => {
    expect(line('Where they stand')).toMatch(/现在何处 Where they stand +已结案 closed 2$/);
    expect(line('On the way')).toContain('撤销并案 un-merged 1');
    for (const one of told().filter((text) => /^ {2}\S/.test(text)))
      expect(one).toMatch(/^ {2}\p{Script=Han}.* [A-Z]/u);
  });

  it('shows no rate without what it is out of, and no rate of nothing', () => {
    expect(line('Satisfied')).toMatch(/1\/2 \(50 %\)$/);
    expect(line('Performed')).toMatch(/1\/1 \(100 %\)$/);
    expect(line('Answered')).toMatch(/—$/);
    expect(line('On time')).toContain('受理 accept 2/3 (67 %)');
  });

  it('fits a terminal, however much there is to tell', () => {
    const codes = ['REGISTERED', 'ACCEPTED', 'ASSIGNED', 'IN_PROGRESS', 'IN_MEDIATION', 'RESOLVED', 'CLOSED'];
    const lines = told({ stages: new Map(codes.map((code) => [code, 10])) });
    const begun = lines.findIndex((one) => one.includes('Where they stand'));
    expect(lines.slice(begun, begun + 4)).toEqual([
      '  现在何处 Where they stand',
      '      已登记 registered 10 · 已受理 accepted 10 · 已派单 assigned 10',
      '      办理中 in progress 10 · 调解中 in mediation 10 · 待评价 resolved 10',
      '      已结案 closed 10',
    ]);
  });

  it('leaves out nothing that was refused, and says why', () => {
    expect(line('Of them refused')).toMatch(/1$/);
    expect(line('REVISION_CHANGED')).toBe(
      '    1 × AcceptCase by WINDOW_CLERK: REVISION_CHANGED: 该事项已被他人更改 Somebody else has changed it',
    );
  });
});
