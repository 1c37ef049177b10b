import { join } from 'node:path';
import { SqliteEventStore } from '#event-store';
import type { Instant } from '#kernel';
import { SystemClock } from '#platform';
import { cadreStream } from '#cadres/domain';
import type { CaseEvent } from '#cases/domain';
import { dutyRosterStream } from '#duty/domain';
import type { Answer, GivenCommand, RehearsalHost, SeenEvent, Target } from '../rehearsal-host.js';
import { StationClient, type Reply } from './station-client.js';
import { StationProcess } from './station-process.js';
import { NotOnTheStation, requestOf } from './station-routes.js';

const PAGE = 1_000;
/** How the log counts the cases of a day is no part of any story. */
const BOOKKEEPING = ['CaseNumberReserved'];

/** The rehearsal on a real station with the real Temporal server, its clock moved in lock-step with the scenario. */
export class StationHost implements RehearsalHost {
  readonly name = 'station';
  private now: Instant;
  /** The scenario's words for leaves that the station has named itself. */
  private readonly leaves = new Map<string, string>();

  private constructor(
    private readonly station: StationProcess,
    private readonly client: StationClient,
    private readonly log: SqliteEventStore,
    /** Where the founding of the county ends and the scenario begins. */
    private readonly founded: string,
    at: Instant,
  ) {
    this.now = at;
  }

  /** @throws StationFailed */
  static async open(at: Instant): Promise<StationHost> {
    const station = await StationProcess.start(at);
    const client = new StationClient(station.address, station.folder);
    await client.untilQuiet();
    const log = SqliteEventStore.open(join(station.folder, 'log.db'), { clock: new SystemClock() });
    return new StationHost(station, client, log, await log.head(), at);
  }

  async advanceTo(instant: Instant): Promise<void> {
    if (instant === this.now) return;
    await this.client.moveClock(instant, true);
    this.now = instant;
  }

  async settle(): Promise<void> {
    await this.client.moveClock(this.now, false);
  }

  async issue(given: GivenCommand): Promise<Answer> {
    const { by, type } = given;
    if (by.unitId === '') throw new NotOnTheStation(`${by.id} has no account: nobody of the county`);
    const request = requestOf(this.withLeave(given));
    const reply = await this.client.send(by, request, await this.revisionOf(given));
    if (reply.status >= 400) return refusal(reply);
    await this.client.untilQuiet();
    if (type === 'RequestLeave') this.leaves.set(String(given.data['leaveId']), String(reply.body['leaveId']));
    return type === 'RegisterCase' ? this.opened(String(reply.body['caseId']), given) : {};
  }

  async eventsSince(position: string): Promise<readonly SeenEvent[]> {
    const events: SeenEvent[] = [];
    for (let after = position === '' ? this.founded : position; ; after = events.at(-1)?.position ?? after) {
      const page = await this.log.readAll(after, PAGE);
      events.push(
        ...page.map(({ position, stream, event, metadata }) => ({ position, stream, event, actor: metadata.actor })),
      );
      if (page.length < PAGE) return events.filter(({ event }) => !BOOKKEEPING.includes(event.type));
    }
  }

  async close(): Promise<void> {
    this.client.close();
    await this.log.close();
    await this.station.stop();
  }

  private withLeave(given: GivenCommand): GivenCommand {
    const leave = this.leaves.get(String(given.data['leaveId']));
    return leave === undefined ? given : { ...given, data: { ...given.data, leaveId: leave } };
  }

  private async revisionOf({ target, type }: GivenCommand): Promise<number | undefined> {
    if (type === 'RegisterCase') return undefined;
    return (await this.log.readStream(streamOf(target))).at(-1)?.revision ?? 0;
  }

  /** The vault gives the parties their ids, in the order in which they were named. */
  private async opened(caseId: string, { data }: GivenCommand): Promise<Answer> {
    const [first] = await this.log.readStream(`case-${caseId}`);
    const event = first?.event as CaseEvent | undefined;
    const ids = event?.type === 'CaseRegistered' ? event.data.parties.map(({ partyId }) => partyId) : [];
    const residents = (data['parties'] as readonly { resident: string }[]).map(({ resident }) => resident);
    const parties = Object.fromEntries(residents.map((resident, index) => [resident, ids[index] ?? '']));
    return { opened: { caseId, parties } };
  }
}

const streamOf = (target: Target): string => {
  switch (target.kind) {
    case 'case':
      return `case-${target.caseId}`;
    case 'mediation':
      return `mediation-${target.mediationId}`;
    case 'review':
      return `review-${target.caseId}-${target.round}`;
    case 'cadre':
      return cadreStream(target.cadreId);
    case 'roster':
      return dutyRosterStream(target.place, target.week);
  }
};

const refusal = ({ status, body }: Reply): Answer => {
  const { code, params, field } = body as { code?: string; params?: Record<string, unknown>; field?: string };
  return { refused: { code: code ?? String(status), detail: { ...params, ...(field !== undefined && { field }) } } };
};
