import { createHash } from 'node:crypto';
import type { StoredEvent } from '#event-store';
import { SYSTEM, type AnyEvent } from '#kernel';
import type { CadreEvent } from '#cadres/domain';

/** Local events of a log that stands nowhere, each of them stored as it happened. */
export class ToldLog {
  readonly events: StoredEvent[] = [];

  append(stream: string, ...events: readonly AnyEvent[]): readonly StoredEvent[] {
    const stored = events.map((event, index): StoredEvent => {
      const number = this.events.length + index + 1;
      const id = createHash('sha256').update(`${stream} ${number}`).digest('hex').slice(0, 32);
      return {
        stream,
        revision: this.events.filter((one) => one.stream === stream).length + index,
        position: String(number).padStart(8, '0'),
        recordedAt: event.occurredAt,
        event,
        metadata: {
          eventId: id,
          commandId: id,
          requestHash: id,
          actor: SYSTEM,
          correlationId: id,
          causationId: id,
          policyVersion: 1,
          schemaVersion: 1,
        },
        hash: id,
      };
    });
    this.events.push(...stored);
    return stored;
  }

  /** All that an outbox asks of its log. */
  async head(): Promise<string> {
    return this.events.at(-1)?.position ?? '';
  }

  async readStream(stream: string): Promise<readonly StoredEvent[]> {
    return this.events.filter((one) => one.stream === stream);
  }
}

const serves = (cadreId: string, role: string, unitId: string): CadreEvent => ({
  type: 'CadreRegistered',
  occurredAt: 0,
  data: {
    cadreId,
    kind: 'STAFF',
    personRef: `person-${cadreId}`,
    roles: [role as 'CENTRE_DIRECTOR'],
    unitId,
    unitPath: `/county/${unitId}`,
  },
});

/** `anna` and `bo` handle; `boss` directs the centre, `deputy` and `chief` lead T01, `super` supervises for the county. */
export const PEOPLE: Readonly<Record<string, CadreEvent>> = {
  'cadre-anna': serves('anna', 'RESIDENT_INSTRUCTOR', 'T01'),
  'cadre-bo': serves('bo', 'RESIDENT_INSTRUCTOR', 'T01'),
  'cadre-boss': serves('boss', 'CENTRE_DIRECTOR', 'T01-RURAL_GUIDANCE'),
  'cadre-deputy': serves('deputy', 'DEPUTY_LEADER', 'T01'),
  'cadre-chief': serves('chief', 'CHIEF_LEADER', 'T01'),
  'cadre-super': serves('super', 'COUNTY_SUPERVISOR', 'K-SUPERVISION'),
};
