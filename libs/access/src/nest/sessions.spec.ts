import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as anotherTurn } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { VirtualClock } from '#platform';
import { AccessFile } from './access-file.js';
import { Accounts } from './accounts.js';
import { Passwords } from './passwords.js';
import { Sessions } from './sessions.js';

const CHEAP = { memoryCost: 1_024, timeCost: 1, parallelism: 1 };
const anna = {
  login: 'anna',
  password: 'a sentence for anna',
  actorId: 'a1',
  role: 'CENTRE_DIRECTOR',
  path: '/county',
};

/** One process with the file open. */
const processOn = (file: string) => {
  const access = new AccessFile(file);
  const clock = new VirtualClock(1_000_000);
  const accounts = new Accounts(access, new Passwords(CHEAP), clock);
  return { access, accounts, sessions: new Sessions(access, clock) };
};

describe('a session that has been looked up before', () => {
  let folder: string;
  let here: ReturnType<typeof processOn>;
  let elsewhere: ReturnType<typeof processOn>;
  let id: string;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'minqing-sessions-'));
    [here, elsewhere] = [processOn(join(folder, 'access.db')), processOn(join(folder, 'access.db'))];
    await here.accounts.create(anna);
    id = here.sessions.open('anna');
    expect(here.sessions.find(id)?.role).toBe('CENTRE_DIRECTOR');
    // what arrives together with a request is answered as it is
    await anotherTurn();
  });
  afterEach(() => {
    here.access.close();
    elsewhere.access.close();
    rmSync(folder, { recursive: true });
  });

  it('is over at once when its account is disabled here', () => {
    here.accounts.disable('anna');
    expect(here.sessions.find(id)).toBeUndefined();
    expect(here.sessions.isAlive(id)).toBe(false);
  });

  it('is over at once when its account is disabled by another process', () => {
    elsewhere.accounts.disable('anna');
    expect(here.sessions.find(id)).toBeUndefined();
  });

  it('is over at once when it is closed by another process', () => {
    elsewhere.sessions.close(id);
    expect(here.sessions.find(id)).toBeUndefined();
  });

  it('stays, when nothing of it has changed', () => {
    elsewhere.sessions.close('another');
    expect(here.sessions.find(id)?.login).toBe('anna');
  });
});
