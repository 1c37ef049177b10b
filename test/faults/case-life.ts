import { setTimeout as pause } from 'node:timers/promises';
import type { Person } from './people.js';

const DAY_MS = 86_400_000;

export interface Cast {
  readonly clerk: Person;
  readonly director: Person;
  /** Of the centre that settles disputes. */
  readonly mediationDirector: Person;
  readonly callback: Person;
  /** Cadres that can log in, by id. */
  readonly cadres: ReadonlyMap<string, Person>;
}

const NO_SIGNS = { violence: 0, gathered: 0, relapses: 0, threatToLife: false, weapon: false };

/** How far a case is taken: to the end, or left open at some stage, so that both kinds are there when it is checked. */
export type Stop =
  | ('registered' | 'accepted' | 'merged' | 'unmerged' | 'assigned' | 'acknowledged')
  | ('suspended' | 'mediated' | 'resolved' | 'closed');

const TO_THE_END: readonly Stop[] = [
  'closed',
  'merged',
  'mediated',
  'closed',
  'registered',
  'unmerged',
  'accepted',
  'resolved',
];
const LEFT_WITH_A_CADRE: readonly Stop[] = ['assigned', 'suspended', 'acknowledged'];

/** A cadre carries a few open cases only: after each client's first two, what is assigned is also resolved. */
export const stopOf = (client: number, turn: number): Stop =>
  turn < LEFT_WITH_A_CADRE.length && client % 2 === 0
    ? LEFT_WITH_A_CADRE[turn]!
    : TO_THE_END[(client + turn) % TO_THE_END.length]!;

/** Takes one case along its way by the API, each command until it is acknowledged. */
export const liveCase = async (cast: Cast, id: string, village: string, stop: Stop): Promise<void> => {
  if (stop === 'mediated') return liveDispute(cast, id, village);
  const { clerk, director } = cast;
  const registered = await register(clerk, id, village);
  const caseId = registered['caseId'] as string;
  let revision = registered['revision'] as number;
  const send = async (by: Person, name: string, event: string, body: object = {}): Promise<Record<string, unknown>> => {
    const answer = await by.command(`${id}-${name}`, { path: `/api/cases/${caseId}/${name}`, event, body, revision });
    revision = answer['revision'] as number;
    return answer;
  };
  if (stop === 'registered') return;
  await send(director, 'accept', 'RiskAssessed', NO_SIGNS);
  if (stop === 'accepted') return;
  if (stop === 'merged' || stop === 'unmerged') return toldTwice(cast, id, village, caseId, stop);
  const { handler } = await send(director, 'assign', 'CaseAssigned');
  const cadre = cast.cadres.get(handler as string);
  // Whoever has no account in the demo cannot go on: the case stays assigned.
  if (stop === 'assigned' || !cadre) return;
  await send(cadre, 'acknowledge', 'CaseAcknowledged');
  if (stop === 'acknowledged') return;
  await send(cadre, 'first-response', 'FirstResponseRecorded', { contact: 'VISIT', note: '金丝雀的话：去看过了' });
  await send(cadre, 'progress', 'ProgressRecorded', { note: '金丝雀的话：在等零件' });
  await send(director, 'suspend', 'CaseSuspended', {
    reason: 'MATERIALS',
    note: '金丝雀的话：等检测报告',
    until: new Date(Date.now() + 3 * DAY_MS).toISOString().replace('Z', '+00:00'),
  });
  if (stop === 'suspended') return;
  await send(director, 'resume', 'CaseResumed');
  await send(cadre, 'resolve', 'CaseResolved', {
    outcome: 'SOLVED',
    result: '金丝雀的话：修好了',
    skillsUsed: ['ORG-02'],
  });
  if (stop === 'resolved') return;
  await rate(cast, id, caseId);
};

const register = (
  clerk: Person,
  id: string,
  village: string,
  matter: { readonly typeCode: string; readonly sides: readonly string[] } = {
    typeCode: 'REQ-INF',
    sides: ['REPORTER'],
  },
): Promise<Record<string, unknown>> =>
  clerk.command(`${id}-register`, {
    path: '/api/cases',
    event: 'CaseRegistered',
    body: {
      typeCode: matter.typeCode,
      channel: 'HOTLINE',
      villageIds: [village],
      parties: matter.sides.map((side) => ({
        name: `金丝雀某${id}`,
        phone: '000-7357-0000',
        side,
        vulnerable: false,
      })),
      anonymous: false,
      summary: `金丝雀的话：路灯不亮 ${id}`,
    },
  });

/** Two neighbours are brought together; one does not want to, here or at the next tier: three streams and two reactions. */
const liveDispute = async ({ clerk, mediationDirector, cadres }: Cast, id: string, village: string): Promise<void> => {
  const matter = { typeCode: 'DSP-NBR', sides: ['REPORTER', 'RESPONDENT'] };
  const registered = await register(clerk, id, village, matter);
  const caseId = registered['caseId'] as string;
  const path = `/api/cases/${caseId}`;
  let revision = registered['revision'] as number;
  const send = async (by: Person, name: string, event: string, body: object = {}): Promise<Record<string, unknown>> => {
    const answer = await by.command(`${id}-${name}`, { path: `${path}/${name}`, event, body, revision });
    revision = answer['revision'] as number;
    return answer;
  };
  await send(mediationDirector, 'accept', 'RiskAssessed', NO_SIGNS);
  const { handler } = await send(mediationDirector, 'assign', 'CaseAssigned');
  const cadre = cadres.get(handler as string);
  if (!cadre) return;
  await send(cadre, 'acknowledge', 'CaseAcknowledged');
  await send(cadre, 'first-response', 'FirstResponseRecorded', { contact: 'VISIT', note: '金丝雀的话：双方都见了' });
  await send(cadre, 'mediation', 'MediationRequested');
  const mediationId = `${caseId}-m1`;
  const opened = await following(cadre, `/api/mediations/${mediationId}`, () => true);
  const { parties } = (await cadre.get(path)).body as { parties: readonly { readonly partyId: string }[] };
  const party = parties[1]!.partyId;
  await cadre.command(`${id}-decline`, {
    path: `/api/mediations/${mediationId}/consents`,
    event: 'RemediesInformed',
    stream: `mediation-${mediationId}`,
    body: { party, consents: false },
    revision: opened['revision'] as number,
  });
  const offered = await following(cadre, path, ({ allowed }) => (allowed as string[]).includes('AnswerTierOffer'));
  revision = offered['revision'] as number;
  await send(cadre, 'tier-offer-answers', 'CaseResolved', { party, accepts: false });
};

/** What one stream follows another with comes by itself soon after; whoever needs it asks until it is there. */
const following = async (
  by: Person,
  path: string,
  there: (body: Record<string, unknown>) => boolean,
): Promise<Record<string, unknown>> => {
  for (;;) {
    const { status, body } = await by.get(path);
    if (status === 200 && there(body)) return body;
    await pause(250);
  }
};

/** The same matter once more: laid together with the first, and taken apart again where it was another one after all. */
const toldTwice = async (
  { clerk, director }: Cast,
  id: string,
  village: string,
  into: string,
  stop: 'merged' | 'unmerged',
): Promise<void> => {
  const twin = await register(clerk, `${id}-twin`, village);
  const path = `/api/cases/${twin['caseId'] as string}`;
  const merged = await director.command(`${id}-merge`, {
    path: `${path}/merge`,
    event: 'CaseMerged',
    body: { into },
    revision: twin['revision'] as number,
  });
  if (stop === 'merged') return;
  await director.command(`${id}-unmerge`, {
    path: `${path}/unmerge`,
    event: 'MergeUndone',
    body: { reason: '金丝雀的话：是另一盏灯' },
    revision: merged['revision'] as number,
  });
};

/** The callback clerk asks the resident. */
const rate = async ({ callback }: Cast, id: string, caseId: string): Promise<void> => {
  const path = `/api/reviews/${caseId}/1`;
  const review = await following(callback, path, () => true);
  const [party] = review['parties'] as { party: string }[];
  await callback.command(`${id}-rate`, {
    path: `${path}/answers`,
    event: 'ReviewAnswered',
    stream: `review-${caseId}-1`,
    body: { party: party!.party, rating: 5, reason: 'RESULT', channel: 'CALL' },
    revision: review['revision'] as number,
  });
};
