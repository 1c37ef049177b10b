import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Subject } from '#access/domain';
import type { AnyEvent } from '#kernel';
import { ReadModels } from '#projections';
import { DeliveredHistory } from '#testing';
import { closures } from '#oversight/read';
import type { CaseCommand } from '../../../cases/src/domain/case.commands.js';
import { at, cadre, cases, clerk, li, PLACE, resolve, respond } from '../../../cases/src/domain/case.fixture.js';
import { SilentClosures } from './silent-closures.query.js';

const conclude: CaseCommand = { type: 'ConcludeReview', data: { round: 1, rating: 5 } };
const unheard: CaseCommand = { type: 'ConcludeReview', data: { round: 1 } };
const at6 = { actor: cadre('anna'), now: at('03-10 16:00') };
const closed = { now: at('03-12 10:00') };
const answered = (caseId: string): AnyEvent => ({
  type: 'ReviewAnswered',
  occurredAt: at('03-12 10:00'),
  data: { caseId, round: 1, party: 'li', rating: 5, reason: 'RESULT', channel: 'CALL', by: 'caller' },
});
type Walk = ReturnType<typeof cases.resolved>;
const history = (walk: Walk): readonly AnyEvent[] => walk.history();
const on9March = (caseId: string, more = {}) => cases.inProgress({ caseId, ...more });
const spot: CaseCommand = {
  type: 'HandleImmediately',
  data: { outcome: 'ANSWERED', result: 'told on the spot', skillsUsed: [] },
};
const zhao = { ...li, partyId: 'zhao' };
const inT02 = { intake: { caseNo: 'T02-1', reviewDraw: 0, place: { ...PLACE, townshipId: 'T02' } } };

const written: Readonly<Record<string, readonly AnyEvent[]>> = {
  'case-good': history(
    on9March('good', { parties: [zhao] })
      .after(resolve, at6)
      .after(conclude, closed),
  ),
  'review-good-1': [answered('good')],
  // somebody wrote down a call five minutes before he reported it done
  'case-hasty': history(
    cases
      .acknowledged({ caseId: 'hasty', parties: [{ ...li, partyId: 'sun' }] })
      .after(respond, { actor: cadre('anna'), now: at('03-10 15:55') })
      .after(resolve, at6)
      .after(conclude, closed),
  ),
  'review-hasty-1': [answered('hasty')],
  'case-unheard': history(
    on9March('unheard', { parties: [{ ...li, partyId: 'wu' }] })
      .after(resolve, at6)
      .after(unheard, closed),
  ),
  'case-again': history(
    on9March('again', { parties: [{ ...li, partyId: 'qian', householdId: 'h7' }] })
      .after(resolve, at6)
      .after(conclude, closed),
  ),
  'review-again-1': [answered('again')],
  'case-twice': history(
    cases.none({ now: at('04-11 09:00') }).after({
      ...({ type: 'RegisterCase' } as const),
      data: {
        ...{ caseId: 'twice', typeCode: 'REQ-INF', channel: 'WINDOW', villageIds: ['T01-V07'], anonymous: false },
        ...{ summary: 'dark again', parties: [{ ...li, partyId: 'qian-the-son', householdId: 'h7' }] },
      },
    }),
  ),
  // one person did all of it at the counter, and such cases are called back by a sample
  'case-counter': history(
    cases
      .registered(
        { caseId: 'counter', typeCode: 'AGY-IMM', parties: [{ ...li, partyId: 'shi' }] },
        { intake: { caseNo: 'T01-9', reviewDraw: 99, place: PLACE } },
      )
      .after(spot, { actor: clerk }),
  ),
  'case-elsewhere': history(
    cases
      .inProgress({ caseId: 'elsewhere', parties: [{ ...li, partyId: 'lu' }] }, inT02)
      .after(resolve, at6)
      .after(unheard, closed),
  ),
};

const supervisor: Subject = { id: 'sun', role: 'COUNTY_SUPERVISOR', path: '/county' };
let models: ReadModels;
let found: SilentClosures;
const log = new DeliveredHistory();
beforeAll(async () => {
  for (const [stream, events] of Object.entries(written)) log.write({ stream }, ...events);
  models = await ReadModels.open(':memory:');
  await log.projectInto(models, closures, 1_000);
  found = new SilentClosures(models);
});
afterAll(() => models.close());

const listed = async (wanted = {}, subject = supervisor) =>
  Object.fromEntries(
    (await found.list({ limit: 50, ...wanted }, subject)).items.map(({ caseId, reasons }) => [caseId, reasons]),
  );

describe('a close is found', () => {
  it('where nobody had spoken to the resident well before, nobody independent heard him, or he comes again', async () => {
    expect(await listed()).toEqual({
      hasty: ['NO_CONTACT'],
      unheard: ['NO_CALLBACK'],
      again: ['REPEATED'],
      elsewhere: ['NO_CALLBACK'],
    });
    const { items } = await found.list({ limit: 50, reason: 'REPEATED' }, supervisor);
    expect(items).toMatchObject([{ caseId: 'again', repeatedAs: 'twice', centre: 'T01-RURAL_GUIDANCE' }]);
  });

  it('by township, by reason, page by page', async () => {
    expect(await listed({ township: 'T02' })).toEqual({ elsewhere: ['NO_CALLBACK'] });
    expect(Object.keys(await listed({ reason: 'NO_CALLBACK' }))).toEqual(['elsewhere', 'unheard']);
    const first = await found.list({ limit: 3 }, supervisor);
    const second = await found.list({ limit: 3, cursor: first.next! }, supervisor);
    expect([...first.items, ...second.items].map(({ caseId }) => caseId)).toEqual([
      'again',
      'elsewhere',
      'hasty',
      'unheard',
    ]);
  });

  it('for the county’s supervisors, and nobody else', async () => {
    expect(await listed({}, { id: 'boss', role: 'CENTRE_DIRECTOR', path: '/county/T01' })).toEqual({});
  });

  it('and is off the list once it was judged', async () => {
    const judged: AnyEvent = {
      type: 'ClosureJudged',
      occurredAt: at('04-13 09:00'),
      data: { caseId: 'hasty', round: 1, judgement: 'ORDER', by: 'sun' },
    };
    expect(await found.findingOf('hasty')).toEqual({ round: 1, reasons: ['NO_CONTACT'], target: 'T01-RURAL_GUIDANCE' });
    expect(await found.findingOf('good')).toBeUndefined();
    log.write({ stream: 'oversight-hasty' }, judged);
    await log.projectInto(models, closures, 1_000);
    expect(Object.keys(await listed())).not.toContain('hasty');
    const { items } = await found.list({ limit: 50, judged: true }, supervisor);
    expect(items).toMatchObject([{ caseId: 'hasty', judgement: { judgement: 'ORDER', by: 'sun' } }]);
  });
});
