import type { RegisterCaseBody } from '../libs/cases/src/nest/case-requests.js';

export const SIGNS = { violence: 0, gathered: 0, relapses: 0, threatToLife: false, weapon: false } as const;

const TOWNSHIPS = ['T01', 'T02', 'T03', 'T04', 'T05', 'X01', 'X02', 'X03', 'X04', 'X05'];
/** Every township of the list has at least this many villages. */
const VILLAGES = 15;

/** Spread over villages, as a county's cases are. */
export const villageOf = (number: number): string => {
  const township = TOWNSHIPS[number % TOWNSHIPS.length]!;
  const village = (Math.floor(number / TOWNSHIPS.length) % VILLAGES) + 1;
  return `${township}-V${String(village).padStart(2, '0')}`;
};

/** A broken lamp by the road: the plainest case there is. */
export const matter = (number: number): RegisterCaseBody => ({
  typeCode: 'REQ-INF',
  channel: 'HOTLINE',
  villageIds: [villageOf(number)],
  parties: [{ name: `李某${number}`, phone: '000-0000-0000', side: 'REPORTER', vulnerable: false }],
  anonymous: false,
  summary: `村口路灯不亮，已经三天。第 ${number} 件。`,
});
