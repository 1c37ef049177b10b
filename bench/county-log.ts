import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { eventIdOf, SqliteEventStore, START, type NewEvent, type StoredEvent } from '#event-store';
import { lifecycle, openCounty } from './county.js';

/** Cases that the command handlers decide; the rest repeat them under other ids. */
const DECIDED = 240;
const AT_A_TIME = 32;
/** Cases whose events lie between each other in the log. */
const UNDER_WAY = 1_000;
const PAGE = 1_000;

/** Writes the events of one case after the other's, each on a stream of its own. */
export interface CaseToTell {
  readonly stream: string;
  readonly events: readonly NewEvent[];
}

export const openStore = (file: string): SqliteEventStore =>
  SqliteEventStore.open(file, { clock: { now: () => Date.now() } });

/** The same case once more: events as they were decided, under an id of its own. */
export const repeated = (events: readonly StoredEvent[]): CaseToTell => {
  const caseId = randomUUID();
  const former = events[0]!.stream.slice('case-'.length);
  return {
    stream: `case-${caseId}`,
    events: events.map(({ event, metadata }, index) => {
      const commandId = `${metadata.commandId}-${caseId}`;
      return {
        event: { ...event, data: JSON.parse(JSON.stringify(event.data).replaceAll(former, caseId)) as unknown },
        metadata: {
          ...metadata,
          commandId,
          correlationId: commandId,
          causationId: commandId,
          eventId: eventIdOf(commandId, index),
        },
      };
    }),
  };
};

/** Appends the events of a case one by one. */
export const tellerOf = (store: SqliteEventStore, { stream, events }: CaseToTell) => {
  let [told, hash] = [0, ''];
  return {
    get isOver() {
      return told === events.length;
    },
    next: async (): Promise<string> => {
      const appended = await store.append({
        stream,
        expectedRevision: told === 0 ? 'no-stream' : told - 1,
        previousHash: hash,
        events: [events[told]!],
      });
      told += 1;
      hash = appended.events[0]!.hash;
      return appended.position;
    },
  };
};

/** Cases of a log, by stream. */
export const casesIn = async (store: SqliteEventStore): Promise<readonly (readonly StoredEvent[])[]> => {
  const cases = new Map<string, StoredEvent[]>();
  for (let after = START; ;) {
    const page = await store.readAll(after, PAGE);
    for (const event of page)
      if (event.stream.startsWith('case-')) cases.set(event.stream, [...(cases.get(event.stream) ?? []), event]);
    if (page.length < PAGE) return [...cases.values()];
    after = page.at(-1)!.position;
  }
};

/** A log of a county in the folder: the demo county, and cases interleaved as many people work on them. */
export const writeCountyLog = async (folder: string, cases: number): Promise<void> => {
  const { county, close } = await openCounty(folder);
  let number = 0;
  const work = async (): Promise<void> => {
    while (number < DECIDED) await lifecycle(county, (number += 1));
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, work));
  await close();
  const store = openStore(join(folder, 'log.db'));
  const decided = await casesIn(store);
  for (let written = decided.length; written < cases; written += UNDER_WAY) {
    const size = Math.min(UNDER_WAY, cases - written);
    const tellers = Array.from({ length: size }, (_, index) =>
      tellerOf(store, repeated(decided[(written + index) % decided.length]!)),
    );
    for (let open = tellers; open.length > 0; open = open.filter(({ isOver }) => !isOver))
      await Promise.all(open.map((teller) => teller.next()));
  }
  await store.close();
};
