import { DatabaseSync } from '@photostructure/sqlite';
import { fold, type Actor } from '#kernel';
import { CURRENT_POLICY } from '#policy';
import { caseDecider, type Case, type CaseCommand, type CaseContext, type CaseEvent } from '#cases/domain';
import type { CountyMemory } from '#cases/nest';
import { clientsDoing, type Side } from './harness.js';
import { matter, SIGNS, villageOf } from './lifecycle.matter.js';

const MAX_BATCH = 256;

/** SQLite and the decider, nothing else: read the stream, fold, decide, write; group commit for several clients. */
export const bareLifecycles = (
  file: string,
  clients: number,
  memory: CountyMemory,
): { readonly side: Side; readonly close: () => void } => {
  const db = new DatabaseSync(file);
  db.exec(`pragma journal_mode = wal; pragma synchronous = full;
    create table event (position integer primary key, stream text not null, revision integer not null,
      type text not null, data text not null, occurred_at integer not null);
    create unique index event_stream on event (stream, revision);`);
  const select = db.prepare('select type, occurred_at, data from event where stream = ? order by revision');
  const insert = db.prepare('insert into event (stream, revision, type, data, occurred_at) values (?, ?, ?, ?, ?)');
  const [begin, commit] = [db.prepare('begin immediate'), db.prepare('commit')];

  const load = (stream: string): { state: Case; revision: number } => {
    const rows = select.all(stream) as { type: string; occurred_at: number; data: string }[];
    const events = rows.map(({ type, occurred_at, data }) => ({
      type,
      occurredAt: occurred_at,
      data: JSON.parse(data) as unknown,
    }));
    return { state: fold(caseDecider, events as CaseEvent[]), revision: rows.length - 1 };
  };
  const write = (stream: string, revision: number, events: readonly CaseEvent[]): void =>
    events.forEach((event, index) =>
      insert.run(stream, revision + 1 + index, event.type, JSON.stringify(event.data), event.occurredAt),
    );

  const queue: { work: () => void; resolve: () => void }[] = [];
  const drain = (): void => {
    const batch = queue.splice(0, MAX_BATCH);
    begin.run();
    for (const { work } of batch) work();
    commit.run();
    for (const { resolve } of batch) resolve();
    if (queue.length > 0) setImmediate(drain);
  };
  const grouped = (work: () => void): Promise<void> =>
    new Promise((resolve) => {
      if (queue.length === 0) setImmediate(drain);
      queue.push({ work, resolve });
    });
  const alone = async (work: () => void): Promise<void> => {
    begin.run();
    work();
    commit.run();
  };
  const durably = clients === 1 ? alone : grouped;

  let cases = 0;
  const lifecycle = async (): Promise<void> => {
    const number = (cases += 1);
    const caseId = `bare-${number}`;
    const stream = `case-${caseId}`;
    const send = async (command: CaseCommand, by: string): Promise<Case> => {
      const { state, revision } = load(stream);
      const actor: Actor = { id: by, role: '', path: '' };
      const events = caseDecider.decide(command, state, { ...context(number), actor });
      await durably(() => write(stream, revision, events));
      return fold(caseDecider, events, state);
    };
    const { parties: _, ...about } = matter(number);
    const party = { partyId: `party-${number}`, side: 'REPORTER', vulnerable: false } as const;
    await send({ type: 'RegisterCase', data: { ...about, caseId, parties: [party] } }, 'clerk');
    await send({ type: 'AcceptCase', data: { signs: SIGNS } }, 'director');
    const { handler } = await send({ type: 'AssignCase', data: {} }, 'director');
    await send({ type: 'Acknowledge', data: {} }, handler!);
    await send({ type: 'RecordFirstResponse', data: { contact: 'VISIT', note: '到现场看过' } }, handler!);
    await send(
      { type: 'ResolveCase', data: { outcome: 'SOLVED', result: '已修好', skillsUsed: ['ORG-02'] } },
      handler!,
    );
  };
  const context = (number: number): Omit<CaseContext, 'actor'> => ({
    now: Date.now(),
    policy: CURRENT_POLICY,
    pool: memory.pool.snapshot(),
    townshipOrder: memory.county.townshipOrder,
    intake: {
      caseNo: `T01-20260101-${number}`,
      reviewDraw: 0,
      place: memory.county.placeOf(CURRENT_POLICY, 'REQ-INF', [villageOf(number)]),
    },
  });
  return { side: { slice: clientsDoing(clients, lifecycle) }, close: () => db.close() };
};
