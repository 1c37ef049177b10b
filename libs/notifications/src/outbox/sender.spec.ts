import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { AnyEvent } from '#kernel';
import { VirtualClock } from '#platform';
import { at, cases } from '../../../cases/src/domain/case.fixture.js';
import { due } from '../../../cases/src/domain/dispute.fixture.js';
import { PEOPLE, ToldLog } from '../told-county.fixture.js';
import type { OutsideChannel } from './delivery-queue.js';
import { Outbox } from './outbox.js';
import { Sender, type WaysOut } from './sender.js';
import { SmsSpool } from './sms-spool.js';
import { WayOut, type Outcome, type Outgoing } from './way-out.js';

const QUIET = {
  warn: () => undefined,
  error: (message: string): never => {
    throw new Error(message);
  },
};

/** A gateway of the other side, which answers as it is told and remembers what reached it. */
class Gateway extends WayOut {
  readonly reached: Outgoing[] = [];
  answers: (Outcome | 'CRASH')[] = [];

  async send(outgoing: Outgoing): Promise<Outcome> {
    this.reached.push(outgoing);
    const answer = this.answers.shift() ?? { is: 'SENT' };
    if (answer === 'CRASH') return new Promise(() => undefined); // nobody is there any more to hear the end of it
    return answer;
  }
}

let folder: string;
let log: ToldLog;
let outbox: Outbox;
let clock: VirtualClock;
let gateway: Gateway;

const tell = (stream: string, ...events: readonly AnyEvent[]): void => {
  expect(outbox.take(log.append(stream, ...events), clock.now())).toEqual([]);
};
const senderWith = (ways: WaysOut): Sender =>
  new Sender({
    ...{ queue: outbox.queue, ways, clock, log: QUIET },
    addressOf: (recipient) => (recipient === 'party:unknown' ? undefined : `phone of ${recipient}`),
    preferencesOf: (recipient) => outbox.preferencesOf(recipient),
    names: { cadre: () => '王某0007', phone: () => '000-1234-5678' },
  });
const sent = (ways: WaysOut = { SMS: gateway }, channel: OutsideChannel = 'SMS'): Promise<number> =>
  senderWith(ways).deliver(channel);
const counts = (channel: string): string[] =>
  outbox.queue
    .counts()
    .filter((row) => row.channel === channel)
    .map(({ status, n, repeats }) => `${status} ${n}${repeats > 0 ? ` repeated ${repeats}` : ''}`);
const moveTo = (text: string): void => clock.moveTo(at(text));

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'minqing-sender-'));
  log = new ToldLog();
  clock = new VirtualClock(at('03-09 09:00'));
  gateway = new Gateway();
  outbox = new Outbox(join(folder, 'outbox.db'));
  await outbox.open(log);
  for (const [stream, event] of Object.entries(PEOPLE)) tell(stream, event);
});
afterEach(() => {
  outbox.close();
  rmSync(folder, { recursive: true });
});

/** An acceptance that nobody gave: overdue on Tuesday 10 March at 17:30, before the deputy leader a day later. */
const escalated = (): readonly AnyEvent[] => {
  const rung = due(cases.registered().state().clocks, 'accept', 'E1');
  const late = cases.registered().after(rung.command, { now: rung.now });
  const next = due(late.state().clocks, 'accept', 'E2');
  return late.after(next.command, { now: next.now }).history();
};

describe('a text message', () => {
  it('goes out once, in the words of its reader', async () => {
    tell('case-c1', ...cases.registered().history());
    expect(await sent()).toBe(1);
    expect(await sent()).toBe(0);
    expect(gateway.reached).toMatchObject([
      {
        address: 'phone of party:li',
        text: '您反映的水电路设施报修登记好了，编号T01-20260309-0001。3月10日17:30前答复您是否受理。',
      },
    ]);
    expect(counts('SMS')).toEqual(['SENT 1']);
  });

  it('waits for the morning, and is not sent where its step is done by then', async () => {
    tell('case-c1', ...cases.registered().history());
    tell('case-c2', ...cases.registered({ caseId: 'c2' }).history());
    await sent();
    moveTo('03-11 17:30');
    for (const stream of ['case-c1', 'case-c2']) tell(stream, ...escalated().slice(1));
    expect(await sent()).toBe(0);
    tell('case-c2', ...cases.accepted({ caseId: 'c2' }).history().slice(1));
    moveTo('03-12 08:30');
    await sent();
    const toTheDeputy = gateway.reached.filter(({ address }) => address === 'phone of cadre:deputy');
    expect(toTheDeputy).toHaveLength(1);
    expect(counts('SMS')).toContain('OVERTAKEN 1');
  });

  it('is tried again at growing pauses, then given up', async () => {
    tell('case-c1', ...cases.registered().history());
    gateway.answers = Array.from({ length: 6 }, () => ({ is: 'REFUSED', reason: 'HTTP_503' }) as const);
    for (const time of ['09:00', '09:01', '09:06', '09:36', '11:36']) {
      moveTo(`03-09 ${time}`);
      expect([time, await sent()]).toEqual([time, 1]);
      expect([time, await sent()]).toEqual([time, 0]);
    }
    moveTo('03-10 08:30'); // eight hours later it was night
    expect(await sent()).toBe(1);
    expect(counts('SMS')).toEqual(['FAILED 1']);
  });

  it('is not tried again where it never will arrive', async () => {
    tell('case-c1', ...cases.registered().history());
    gateway.answers = [{ is: 'REFUSED', reason: 'NO_SUCH_NUMBER', forGood: true }];
    await sent();
    expect(counts('SMS')).toEqual(['FAILED 1']);
  });

  it('is noted as not sent where nobody has configured a way, or no phone is known', async () => {
    tell('case-c1', ...cases.registered().history());
    await sent({});
    expect(counts('SMS')).toEqual(['NOT_CONFIGURED 1']);
    const unknown = { partyId: 'unknown', side: 'REPORTER', vulnerable: false } as const;
    tell('case-c2', ...cases.registered({ caseId: 'c2', parties: [unknown] }).history());
    await sent();
    expect(counts('SMS')).toEqual(['NOT_CONFIGURED 1', 'NO_ADDRESS 1']);
  });
});

describe('a message of which nobody knows whether it arrived', () => {
  const UNSURE = { is: 'UNSURE', reason: 'TIMEOUT' } as const;

  it('is sent once more, and never a third time', async () => {
    tell('case-c1', ...cases.registered().history());
    gateway.answers = [UNSURE, UNSURE, UNSURE];
    expect(await sent()).toBe(2);
    expect(await sent()).toBe(0);
    expect(counts('SMS')).toEqual(['UNCERTAIN 1 repeated 1']);
    expect(gateway.reached[1]?.key).toBe(gateway.reached[0]?.key);
  });

  it('is sent once more after a crash between sending and marking, and that is counted', async () => {
    tell('case-c1', ...cases.registered().history());
    gateway.answers = ['CRASH'];
    void sent();
    await Promise.resolve();
    expect(outbox.queue.recover(clock.now())).toBe(1);
    expect(await sent()).toBe(1);
    expect(gateway.reached).toHaveLength(2);
    expect(counts('SMS')).toEqual(['SENT 1 repeated 1']);
  });

  it('is left alone after the second crash', async () => {
    tell('case-c1', ...cases.registered().history());
    gateway.answers = ['CRASH', 'CRASH'];
    for (const crash of [1, 2]) {
      void sent();
      await Promise.resolve();
      expect([crash, outbox.queue.recover(clock.now())]).toEqual([crash, 1]);
    }
    expect(await sent()).toBe(0);
    expect(counts('SMS')).toEqual(['UNCERTAIN 1 repeated 1']);
  });
});

describe('a call', () => {
  const urgent = (): readonly AnyEvent[] => [
    ...cases.accepted({ typeCode: 'REQ-SAF' }).history(),
    {
      type: 'CaseAssigned',
      occurredAt: at('03-09 09:00'),
      data: { handler: 'anna', coHandlers: [], clocks: [], by: 'boss' },
    },
  ];

  it('that gets through is followed by nothing', async () => {
    tell('case-c1', ...urgent());
    await sent({ CALL: gateway }, 'CALL');
    expect(counts('CALL')).toEqual(['SENT 1']);
    moveTo('03-09 10:00');
    await sent();
    expect(gateway.reached.map(({ address }) => address)).not.toContain('phone of cadre:anna SMS');
    expect(counts('SMS')).toEqual(['SENT 3']);
  });

  it('that fails is followed by a text message after two minutes, at night too', async () => {
    moveTo('03-09 23:00');
    tell('case-c1', ...urgent());
    gateway.answers = [{ is: 'REFUSED', reason: 'NO_ANSWER' }];
    await sent({ CALL: gateway }, 'CALL');
    expect(counts('CALL')).toEqual(['FAILED 1']);
    await sent();
    const before = gateway.reached.length;
    moveTo('03-09 23:02');
    expect(await sent()).toBe(1);
    expect(gateway.reached[before]).toMatchObject({ address: 'phone of cadre:anna' });
  });
});

describe('somebody who wants it gathered', () => {
  it('gets one message in the morning', async () => {
    const chosen = { cadreId: 'deputy', language: 'en', channels: ['SMS'], digest: true } as const;
    tell('notice-preferences-deputy', { type: 'NoticePreferencesChosen', occurredAt: 0, data: chosen });
    moveTo('03-10 09:00');
    const rung = escalated().at(-1)!;
    tell('case-c1', ...cases.registered().history(), rung);
    tell('case-c2', ...cases.registered({ caseId: 'c2' }).history(), rung);
    await sent();
    expect(gateway.reached.filter(({ address }) => address === 'phone of cadre:deputy')).toEqual([]);
    moveTo('03-12 08:30');
    await sent();
    const [digest, ...others] = gateway.reached.filter(({ address }) => address === 'phone of cadre:deputy');
    expect(others).toEqual([]);
    expect(digest?.text.split('\n')).toHaveLength(3);
    expect(digest?.text).toMatch(/^Today’s notices, 2 in all:\n/);
  });
});

describe('the spool', () => {
  it('holds one file a message, also where it was sent twice', async () => {
    const spool = new SmsSpool(join(folder, 'spool'), 'SMS');
    const outgoing = { key: 'e1 party:li SMS', address: '000-1234-5678', text: '登记好了' };
    await spool.send(outgoing);
    await spool.send(outgoing);
    const files = readdirSync(join(folder, 'spool'));
    expect(files).toHaveLength(1);
    expect(JSON.parse(readFileSync(join(folder, 'spool', files[0]!), 'utf8'))).toEqual({
      kind: 'SMS',
      to: '000-1234-5678',
      text: '登记好了',
      sentBy: 'spool',
    });
  });
});
