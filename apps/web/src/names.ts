import { reactive } from 'vue';
import { readUnit, readVillages } from './api/organisation';
import type { StaffName } from './api/cases';
import { said, t } from './language';
import { catalogue, session, townshipOf } from './session';
import type { Named } from './api/catalogue';

const named = (list: readonly Named[] | undefined, code: string): string =>
  said(list?.find((one) => one.code === code)?.name) || code;

export const typeName = (code: string): string => named(catalogue.value?.caseTypes, code);
export const channelName = (code: string): string => named(catalogue.value?.channels, code);
export const skillName = (code: string): string => named(catalogue.value?.skills, code);
export const profileName = (code: string): string => named(catalogue.value?.profiles, code);
export const roleName = (code: string): string => named(catalogue.value?.roles, code);

type List =
  | ('outcomes' | 'rejectReasons' | 'declineReasons' | 'suspendReasons' | 'transferBodies')
  | ('agencyItems' | 'papers')
  | ('ratings' | 'ratingReasons');

export const choiceName = (list: List, code: string | number): string =>
  named(catalogue.value?.choices[list], String(code));

const units: Record<string, string> = reactive({});

/** Name of a place or an office; asked for once, its id until it is known. */
export const unitName = (unitId: string): string => {
  if (unitId === 'K') return t('place.county');
  const known = units[unitId];
  if (known !== undefined) return known;
  units[unitId] = unitId;
  const village = /^([A-Z]\d{2})-V\d{2}$/.exec(unitId);
  if (village?.[1]) void villagesOf(village[1]);
  else void readUnit(unitId).then((unit) => (units[unitId] = unit.name), keptAsId);
  return unitId;
};

/** One answer names all villages of a township. */
const villagesOf = (township: string): Promise<void> =>
  readVillages(township).then((villages) => villages.forEach(({ unitId, name }) => (units[unitId] = name)), keptAsId);

const keptAsId = (): void => undefined;

/** With its township where that is another than the reader's own. */
export const officeName = (unitId: string): string => {
  const township = /^[A-Z]\d{2}(?=-)/.exec(unitId)?.[0];
  const own = session.value && townshipOf(session.value);
  return township === undefined || township === own ? unitName(unitId) : `${unitName(township)}${unitName(unitId)}`;
};

/** `云坪镇 前岙村`, with the code that is on the papers. */
export const placeName = (village: string): string =>
  village === '' ? t('place.county') : `${unitName(village.split('-')[0] ?? '')} ${unitName(village)}`;

export type People = Readonly<Record<string, StaffName>>;

export const personName = (people: People, id: string): string =>
  id === 'system' ? t('person.system') : (people[id]?.name ?? id);

/** With the role he serves in and where. */
export const personAndPost = (people: People, id: string): string => {
  const known = people[id];
  if (!known) return personName(people, id);
  const [role] = known.roles;
  const post = [officeName(known.unit), role === undefined ? '' : roleName(role)].filter(Boolean).join(' ');
  return t('person.withPost', { name: known.name, post });
};
