import { Injectable } from '@nestjs/common';
import { requireMay, type Subject } from '#access/domain';
import { EventStore } from '#event-store';
import { fold, reject } from '#kernel';
import { toIso } from '#working-time';
import { caseDecider, explanationsOf, whyNot, type CaseEvent, type CaseId } from '#cases/domain';
import { resourceOf } from './case-access.js';
import { caseStream } from './case-streams.js';
import { StaffNames } from './staff-names.js';

/** Why this person, and why not that one: from the events alone (`docs/domain.md §8`). */
@Injectable()
export class CaseAssignments {
  constructor(
    private readonly store: EventStore,
    private readonly names: StaffNames,
  ) {}

  /**
   * @param asked a cadre of whom it is to be said why not he
   * @throws CommandRejected `NOT_FOUND` for a case that is not there, or not for this person
   */
  async read(caseId: CaseId, subject: Subject, asked?: string) {
    const history = await this.store.readStream(caseStream(caseId));
    const events = history.map(({ event }) => event as CaseEvent);
    const state = fold(caseDecider, events);
    if (!state.file) return reject('NOT_FOUND');
    requireMay('case.read', subject, resourceOf(state));
    const explanations = explanationsOf(events);
    const people = explanations.flatMap(({ handler, coHandlers, from, ranked, behind, refused }) => [
      ...[handler, ...coHandlers, ...behind, ...(from === undefined ? [] : [from])],
      ...[...ranked, ...refused].map(({ cadreId }) => cadreId),
    ]);
    return {
      assignments: explanations.map(({ at, ...explanation }) => ({
        ...explanation,
        at: toIso(at),
        ...(asked !== undefined && { asked: { cadreId: asked, ...whyNot({ at, ...explanation }, asked) } }),
      })),
      people: this.names.of(new Set([...people, ...(asked === undefined ? [] : [asked])])),
    };
  }
}
