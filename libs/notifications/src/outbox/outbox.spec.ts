import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DatabaseSync } from '@photostructure/sqlite';
import { CALENDAR_STREAM, type CalendarEvent } from '#calendars/domain';
import type { Instant } from '#kernel';
import { CURRENT_POLICY } from '#policy';
import { at, cases } from '../../../cases/src/domain/case.fixture.js';
import { due } from '../../../cases/src/domain/dispute.fixture.js';
import { PEOPLE, ToldLog } from '../told-county.fixture.js';
import { Outbox } from './outbox.js';

let folder: string;
let file: string;
let log: ToldLog;
let outbox: Outbox;

const opened = async (): Promise<Outbox> => {
  const one = new Outbox(file);
  await one.open(log);
  return one;
};
const tellAll = (now: Instant = at('03-09 09:05')): void => {
  const left = log.events.filter(({ position }) => position > outbox.position);
  outbox.take(left, now);
};
const rows = (): string[] => {
  const database = new DatabaseSync(file, { readOnly: true });
  const found = database
    .prepare("SELECT recipient || ' ' || channel || ' ' || status AS line FROM notice ORDER BY id")
    .all() as { line: string }[];
  database.close();
  return found.map(({ line }) => line);
};
/** When text messages to somebody are to go out. */
const paged = (recipient: string): Instant[] => {
  const database = new DatabaseSync(file, { readOnly: true });
  const found = database
    .prepare("SELECT due_at FROM notice WHERE recipient = ? AND channel = 'SMS' ORDER BY id")
    .all(recipient) as { due_at: number }[];
  database.close();
  return found.map((row) => row.due_at);
};
const outside = (): string[] => rows().filter((line) => !line.includes('INBOX'));

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'minqing-outbox-'));
  file = join(folder, 'outbox.db');
  log = new ToldLog();
  outbox = await opened();
  for (const [stream, event] of Object.entries(PEOPLE)) log.append(stream, event);
});
afterEach(() => {
  outbox.close();
  rmSync(folder, { recursive: true });
});

describe('the outbox', () => {
  it('fills the inbox and plans what goes out', () => {
    log.append('case-c1', ...cases.assigned().history());
    tellAll();
    expect(outbox.inbox.page('anna', 10)).toMatchObject([
      { message: { text: 'case.assigned', params: { caseNo: 'T01-20260309-0001' } }, caseId: 'c1' },
    ]);
    expect(outside()).toEqual(['party:li SMS PENDING', 'party:li SMS PENDING', 'party:li SMS PENDING']);
  });

  it('tells nobody twice, however often an event is read', () => {
    log.append('case-c1', ...cases.assigned().history());
    tellAll();
    const before = rows();
    outbox.take(log.events, at('03-09 09:06'));
    expect(rows()).toEqual(before);
  });

  it('does not send what is overtaken: its step was done meanwhile', () => {
    const { command, now } = due(cases.registered().state().clocks, 'accept', 'E2');
    const late = cases.registered().after(command, { now });
    log.append('case-c1', ...late.history());
    tellAll();
    expect(outside()).toContain('cadre:deputy SMS PENDING');
    log.append('case-c1', ...cases.accepted().history().slice(1));
    tellAll();
    expect(outside()).toContain('cadre:deputy SMS OVERTAKEN');
    expect(outside()).toContain('party:li SMS PENDING');
  });

  it('pages nobody on a day off that was published since, in this run or in one before', async () => {
    const year = CURRENT_POLICY.calendar.years.find((one) => one.year === 2026)!;
    const published: CalendarEvent = {
      type: 'CalendarYearPublished',
      occurredAt: at('03-09 08:00'),
      data: { ...year, off: [...year.off, '2026-03-12'], version: 2, provisional: false, by: 'chief' },
    };
    const { command, now } = due(cases.registered().state().clocks, 'accept', 'E2');
    const late = cases.registered().after(command, { now });
    log.append(CALENDAR_STREAM, published);
    log.append('case-c1', ...late.history());
    tellAll();
    log.append('case-c2', ...late.history());
    outbox.close();
    outbox = await opened();
    tellAll();
    // the second working day ends on Wednesday 11 March; Thursday is the new day off
    expect(now).toBe(at('03-11 17:30'));
    expect(paged('cadre:deputy')).toEqual([at('03-13 08:30'), at('03-13 08:30')]);
  });

  it('marks as read only for the one who was told', () => {
    log.append('case-c1', ...cases.assigned().history());
    tellAll();
    const [entry] = outbox.inbox.page('anna', 10);
    expect(outbox.inbox.unread('anna')).toBe(1);
    expect(outbox.inbox.markRead('bo', entry!.noticeId, at('03-09 10:00'))).toBe(false);
    expect(outbox.inbox.markRead('anna', entry!.noticeId, at('03-09 10:00'))).toBe(true);
    expect(outbox.inbox.markRead('anna', entry!.noticeId, at('03-09 11:00'))).toBe(true);
    expect(outbox.inbox.page('anna', 10)).toMatchObject([{ readAt: at('03-09 10:00') }]);
    expect(outbox.inbox.unread('anna')).toBe(0);
  });
});

describe('an event that cannot be told', () => {
  it('is set aside with its reason, and holds up nobody', () => {
    const [registered, ...others] = cases.assigned().history();
    const unheardOf = { ...registered!, data: { ...registered!.data, profile: 'S-NONE' } };
    const stored = [...log.append('case-c0', unheardOf), ...log.append('case-c1', registered!, ...others)];
    expect(outbox.take(stored, at('03-09 09:05'))).toMatchObject([
      { stream: 'case-c0', reason: expect.stringContaining('PROFILE_UNKNOWN') },
    ]);
    expect(outbox.inbox.unread('anna')).toBe(1);
    expect(outbox.position).toBe(stored.at(-1)?.position);
  });
});

describe('an outbox that was lost', () => {
  beforeEach(async () => {
    log.append('case-c1', ...cases.assigned().history());
    tellAll();
    outbox.close();
    rmSync(file);
    outbox = await opened();
  });

  it('fills the inbox anew and sends nothing again', () => {
    tellAll(at('03-10 09:00'));
    expect(outbox.inbox.unread('anna')).toBe(1);
    expect(outside()).toEqual(['party:li SMS HELD_BACK', 'party:li SMS HELD_BACK', 'party:li SMS HELD_BACK']);
  });

  it('takes what is old as read', () => {
    tellAll(at('03-17 09:00'));
    expect(outbox.inbox.page('anna', 10)).toHaveLength(1);
    expect(outbox.inbox.unread('anna')).toBe(0);
  });

  it('sends what comes after it', () => {
    tellAll(at('03-10 09:00'));
    log.append('case-c2', ...cases.registered({ caseId: 'c2' }).history());
    tellAll(at('03-10 09:01'));
    expect(outside().at(-1)).toBe('party:li SMS PENDING');
  });
});

it('an outbox ahead of its log stands beside another log, and begins anew', async () => {
  log.append('case-c1', ...cases.assigned().history());
  tellAll();
  log = new ToldLog();
  for (const [stream, event] of Object.entries(PEOPLE)) log.append(stream, event);
  await outbox.open(log);
  expect(rows()).toEqual([]);
  tellAll();
  expect(outbox.people.recordOf('anna')).toBeDefined();
});
