import { join } from 'node:path';
import { Accounts, CLIENT_HEADER } from '#access/nest';
import { demoCounty } from '#demo-county';
import { CURRENT_POLICY } from '#policy';
import { createHttpApp } from '../../apps/api/src/http-app.js';
import { loaded, openStorage, readiness } from '../county.js';

type Cookies = Record<string, string>;

/** Everybody who may handle a case, in his post. */
const staffOf = (now: number) =>
  demoCounty({ now, policy: CURRENT_POLICY })
    .waves.flat()
    .flatMap(({ command }) => {
      if (command.type !== 'RegisterCadreWithRecord') return [];
      const { registration, postings } = command.data;
      const [posting] = postings;
      if (registration.kind === 'LAY_MEDIATOR' || !posting) return [];
      return [{ cadreId: registration.cadreId, unitId: registration.unitId, role: posting.role, path: posting.path }];
    });

/** Nobody guesses passwords here. */
const CHEAP = { memoryCost: 1_024, timeCost: 1, parallelism: 1 };
const PASSWORD = 'a sentence for everybody';

/** The same behind the API as the station mounts it, everybody logged in. */
export const openServedCounty = async (folder: string) => {
  const { storage, close } = await openStorage(folder);
  const access = { database: join(folder, 'access.db'), secure: false, argon2: CHEAP };
  const logger = { log: () => undefined, warn: () => undefined, error: console.error };
  const app = await createHttpApp({ storage, access, readiness, logger });
  await app.init();
  const { county } = await loaded(app, storage);
  const cookies = { clerks: {} as Cookies, directors: {} as Cookies, cadres: {} as Cookies };
  for (const { cadreId, role, unitId, path } of staffOf(storage.clock.now())) {
    const login = cadreId.toLowerCase();
    const [, place, township] = path.split('/');
    const served = township?.startsWith('K-') ? `/${place}` : path.split('/').slice(0, 3).join('/');
    await app.get(Accounts).create({ login, password: PASSWORD, actorId: cadreId, role, path: served, unit: unitId });
    const { headers } = await app.inject({
      ...{ method: 'POST', url: '/api/session', payload: { login, password: PASSWORD } },
      headers: { [CLIENT_HEADER]: 'bench' },
    });
    const cookie = String(headers['set-cookie']).split(';')[0] ?? '';
    cookies.cadres[cadreId] = cookie;
    if (role === 'WINDOW_CLERK') cookies.clerks[township ?? ''] = cookie;
    if (unitId === `${township}-RURAL_GUIDANCE` && role === 'CENTRE_DIRECTOR')
      cookies.directors[township ?? ''] = cookie;
  }
  await app.listen(0, '127.0.0.1');
  return {
    county,
    app,
    cookies,
    close: async (): Promise<void> => {
      await app.close();
      await close();
    },
  };
};
