import { Injectable } from '@nestjs/common';
import { EventStore } from '#event-store';
import type { RegisteredMediator } from '#mediation/domain';
import { caseOfMediation, MediatorRegister, type MediatedCase } from '#mediation/read';

/** What lies in other streams and a mediation has to know, as the log has it now. */
@Injectable()
export class MediationSurroundings {
  constructor(private readonly store: EventStore) {}

  async caseOf(caseId: string): Promise<MediatedCase | undefined> {
    const history = await this.store.readStream(`case-${caseId}`);
    return caseOfMediation(history.map(({ event }) => event));
  }

  async mediator(cadreId: string): Promise<RegisteredMediator | undefined> {
    const register = new MediatorRegister();
    for (const { stream, event } of await this.store.readStream(`cadre-${cadreId}`)) register.apply(stream, event);
    return register.of(cadreId);
  }
}
