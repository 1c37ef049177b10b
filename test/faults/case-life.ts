import { Dispute, NO_SIGNS, type MediationCentre, type NewDispute, type Talk } from './dispute-life.js';
import { following, type Person } from './people.js';

const DAY_MS = 86_400_000;

export interface Cast {
  readonly clerk: Person;
  readonly director: Person;
  readonly callback: Person;
  /** Cadres that can log in, by id. */
  readonly cadres: ReadonlyMap<string, Person>;
  /** Ids by village. */
  readonly instructors: ReadonlyMap<string, string>;
  readonly centre: MediationCentre;
  /** Disputes whose session has come: each is settled once. */
  readonly talks: Dispute[];
}

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
  'mediated',
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
  if (stop === 'assigned') return;
  let cadre = cast.cadres.get(handler as string);
  if (!cadre) {
    // Whoever has no account cannot go on: the director gives it to the instructor of the village.
    const cadreId = cast.instructors.get(village)!;
    await send(director, 'reassign', 'CaseReassigned', { reason: 'DIRECTOR', cadreId });
    cadre = cast.cadres.get(cadreId)!;
  }
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

export const register = (clerk: Person, id: string, village: string): Promise<Record<string, unknown>> =>
  clerk.command(`${id}-register`, {
    path: '/api/cases',
    event: 'CaseRegistered',
    body: {
      typeCode: 'REQ-INF',
      channel: 'HOTLINE',
      villageIds: [village],
      parties: [{ name: `金丝雀某${id}`, phone: '000-7357-0000', side: 'REPORTER', vulnerable: false }],
      anonymous: false,
      summary: `金丝雀的话：路灯不亮 ${id}`,
    },
  });

const NEW: readonly NewDispute[] = ['fixed', 'declined', 'failed', 'terminated'];
const TALKS: readonly Talk[] = ['oral', 'written', 'failed'];

/** Neighbours are brought together: one stream asks, another answers, and the first hears of it. */
export const liveDispute = async ({ centre, talks }: Cast, id: string, turn: number): Promise<void> => {
  // one at a time, so that there is something to talk about until the last kill
  if (turn % NEW.length === 0) await talks.pop()?.talked(TALKS[turn % TALKS.length]!);
  const dispute = await Dispute.opened(centre, id, turn);
  await dispute.goOn(NEW[turn % NEW.length]!, Date.now());
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
