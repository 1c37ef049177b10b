import { computed, reactive, readonly, shallowRef } from 'vue';
import { ask, Refused, whenLoggedOut } from './api/client';
import { readCatalogue, readPermitted, type Catalogue } from './api/catalogue';
import { readCadre, readUnit } from './api/organisation';

export interface Session {
  readonly actorId: string;
  readonly role: string;
  /** `/county/T01/T01-V07`. */
  readonly path: string;
  readonly unit?: string;
}

interface State {
  /** `asking` until the station has said who this is; `expired`: the page stays as it was, to be gone on with. */
  is: 'asking' | 'out' | 'in' | 'expired';
  name: string;
  demo: boolean;
}

const state: State = reactive({ is: 'asking', name: '', demo: false });
const who = shallowRef<Session>();
const policy = shallowRef<Catalogue>();
const permitted = shallowRef<ReadonlySet<string>>(new Set());

export const sessionState = readonly(state);
export const session = computed(() => who.value);
export const catalogue = computed(() => policy.value);

/** Whether this role could do such a thing at all. */
export const may = (action: string): boolean => permitted.value.has(action);

export const townshipOf = ({ path }: Session): string | undefined => path.split('/')[2];
export const villageOf = ({ path }: Session): string | undefined => path.split('/')[3];

/** The demo county is known by its name, 示例县. */
const isDemoCounty = (name: string): boolean => name.startsWith('示例');

const enter = async (arrived: Session): Promise<void> => {
  const [read, actions] = await Promise.all([readCatalogue(), readPermitted()]);
  policy.value = read;
  permitted.value = actions;
  who.value = arrived;
  state.is = 'in';
  const greeted = await Promise.allSettled([readCadre(arrived.actorId), readUnit('county')]);
  const [cadre, county] = greeted;
  if (cadre.status === 'fulfilled') state.name = cadre.value.name ?? '';
  if (county.status === 'fulfilled') state.demo = isDemoCounty(county.value.name);
};

/** Asks the station who is here; nobody is an answer too. */
export const begin = async (): Promise<void> => {
  try {
    await enter(await ask<Session>('session'));
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    state.is = 'out';
  }
};

/** @throws Refused */
export const login = async (name: string, password: string): Promise<void> => {
  const arrived = await ask<Session>('session', { method: 'POST', body: { login: name, password } });
  // Nothing that one person has read or written stays on the page of another.
  if (who.value && who.value.actorId !== arrived.actorId) return location.reload();
  await enter(arrived);
};

export const logout = async (): Promise<void> => {
  try {
    await ask('session', { method: 'DELETE' });
  } finally {
    location.assign('/');
  }
};

whenLoggedOut(() => {
  state.is = who.value ? 'expired' : 'out';
});
