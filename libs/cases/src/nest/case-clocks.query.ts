import { Injectable } from '@nestjs/common';
import { requireMay, type Subject } from '#access/domain';
import { CountyCalendar } from '#calendars/nest';
import { EventStore, type StoredEvent } from '#event-store';
import { fold, reject } from '#kernel';
import { Clock } from '#platform';
import { toIso } from '#working-time';
import {
  caseDecider,
  clockLedger,
  heldInAll,
  inWhoseHands,
  type CaseEvent,
  type CaseId,
  type Hands,
  type LedgerChange,
  type LedgerEntry,
} from '#cases/domain';
import { resourceOf } from './case-access.js';
import { caseStream } from './case-streams.js';
import { StaffNames } from './staff-names.js';

/** The account of a case's time limits and of whose turn it was, from its events alone. */
@Injectable()
export class CaseClocks {
  constructor(
    private readonly store: EventStore,
    private readonly clock: Clock,
    private readonly names: StaffNames,
    private readonly calendar: CountyCalendar,
  ) {}

  /** @throws CommandRejected `NOT_FOUND` for a case that is not there, or not for this person */
  async read(caseId: CaseId, subject: Subject) {
    const history = (await this.store.readStream(caseStream(caseId))) as readonly StoredEvent<CaseEvent>[];
    const events = history.map(({ event }) => event);
    const state = fold(caseDecider, events);
    if (!state.file) return reject('NOT_FOUND');
    requireMay('case.read', subject, resourceOf(state));
    const ledger = clockLedger(events);
    const holdings = inWhoseHands(events);
    const calendar = this.calendar.current;
    return {
      clocks: ledger.map(entryOf),
      hands: holdings.map(({ from, to, ...holding }) => ({ ...holding, from: toIso(from), to: to ? toIso(to) : null })),
      held: heldInAll(holdings, calendar, this.clock.now()).map(({ ms, ...held }) => ({
        ...held,
        minutes: Math.round(ms / 60_000),
      })),
      people: this.names.of(peopleIn(ledger, holdings)),
    };
  }
}

const entryOf = ({ startedAt, firstDueAt, dueAt, changes, end, ...entry }: LedgerEntry) => ({
  ...entry,
  startedAt: toIso(startedAt),
  firstDueAt: toIso(firstDueAt),
  dueAt: toIso(dueAt),
  changes: changes.map(changeOf),
  end: end ? { ...end, at: toIso(end.at) } : null,
});

const changeOf = (change: LedgerChange) => ({
  ...change,
  at: toIso(change.at),
  ...(change.kind !== 'PAUSED' && { due: { from: toIso(change.due.from), to: toIso(change.due.to) } }),
});

const peopleIn = (ledger: readonly LedgerEntry[], holdings: readonly { readonly hands: Hands }[]): Set<string> =>
  new Set([
    ...ledger.flatMap(({ changes }) => changes.flatMap(({ who }) => who ?? [])),
    ...holdings.flatMap(({ hands }) => (hands.kind === 'CADRE' ? hands.cadreId : [])),
  ]);
