import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { waysOut } from './ways-out.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'minqing-ways-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const robots = (text: string): string => {
  const file = join(folder, 'robots.json');
  writeFileSync(file, text);
  return file;
};

describe('the ways out of a station', () => {
  it('are none where nothing is configured: the inbox needs no setting', () => {
    expect(waysOut({})).toEqual({});
  });

  it('are those that the environment names', () => {
    const ways = waysOut({
      ...{ mailServer: 'smtp://127.0.0.1:25', mailFrom: 'minqing@county.example' },
      ...{ smsSpool: join(folder, 'sms'), callSpool: join(folder, 'calls') },
      robots: robots('[{"unit":"T01","kind":"FEISHU","webhook":"https://chat.example/hook","secret":"s"}]'),
    });
    expect(Object.keys(ways).sort()).toEqual(['CALL', 'EMAIL', 'ROBOT', 'SMS']);
  });

  it('are refused with everything that is wrong, before anything starts', () => {
    const wrong = () =>
      waysOut({
        mailServer: 'mail.example',
        robots: robots('[{"unit":"T01","kind":"SLACK","webhook":"https://chat.example"}]'),
      });
    expect(wrong).toThrow(/go together[^]*is an address such as[^]*entry 1 needs unit/);
    expect(() => waysOut({ robots: join(folder, 'none.json') })).toThrow(/there is no file/);
    expect(() => waysOut({ robots: robots('{') })).toThrow(/is no JSON/);
  });
});
