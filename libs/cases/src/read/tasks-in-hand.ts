import type { AnyEvent } from '#kernel';
import type { OpenTask, Task } from '#cadres/domain';
import type { CadreId, CaseEvent, CaseId, Place, UnitId } from '#cases/domain';
import type { MediationEvent, MediationId } from '#mediation/domain';

interface Led {
  readonly place: Pick<Place, 'centre' | 'countyCentre'> | undefined;
  unit: UnitId;
  handler: CadreId | undefined;
}

interface Mediated {
  readonly caseId: CaseId;
  mediator: CadreId | undefined;
  /** Of a joint panel: who sits there for which township. */
  panel: ReadonlyMap<string, CadreId> | undefined;
  session: OpenTask['session'];
}

/**
 * What everybody has in hand now: cases that he leads, mediations that he holds. Folded from the events of cases and
 * mediations, in memory; what is over is forgotten.
 */
export class TasksInHand {
  private readonly cases = new Map<CaseId, Led>();
  private readonly mediations = new Map<MediationId, Mediated>();

  apply(stream: string, event: AnyEvent): void {
    if (stream.startsWith('case-')) this.case(stream.slice('case-'.length), event as CaseEvent);
    else if (stream.startsWith('mediation-')) this.mediation(event as MediationEvent);
  }

  /** Cases first, each kind in the order in which they came. */
  of(cadreId: CadreId): readonly OpenTask[] {
    const tasks: OpenTask[] = [];
    for (const [caseId, { handler, unit }] of this.cases)
      if (handler === cadreId) tasks.push({ task: { kind: 'CASE', caseId }, unit });
    for (const [mediationId, { caseId, mediator, panel, session }] of this.mediations) {
      if (mediator !== cadreId && ![...(panel?.values() ?? [])].includes(cadreId)) continue;
      const task: Task = { kind: 'MEDIATION', caseId, mediationId };
      tasks.push({ task, unit: this.cases.get(caseId)?.unit ?? '', ...(session && { session }) });
    }
    return tasks;
  }

  private case(caseId: CaseId, event: CaseEvent): void {
    if (event.type === 'CaseRegistered') {
      const { place, tier } = event.data;
      this.cases.set(caseId, { place, unit: tier === 'K' ? place.countyCentre : place.centre, handler: undefined });
      return;
    }
    // reopened long after it was closed and forgotten
    if (event.type === 'CaseReopened' && !this.cases.has(caseId))
      this.cases.set(caseId, { place: undefined, unit: event.data.ledBy, handler: undefined });
    const led = this.cases.get(caseId);
    if (!led) return;
    switch (event.type) {
      case 'CaseAssigned':
      case 'CaseReassigned':
        led.handler = event.data.handler;
        break;
      case 'TierRaised':
        led.handler = undefined;
        if (event.data.tier === 'K' && led.place) led.unit = led.place.countyCentre;
        break;
      case 'CaseReopened':
        led.handler = undefined;
        led.unit = event.data.ledBy;
        break;
      case 'AssignmentDeclined':
      case 'CaseResolved':
        led.handler = undefined;
        break;
      case 'CaseClosed':
      case 'CaseRejected':
      case 'CaseTransferredOut':
      case 'CaseWithdrawn':
        this.cases.delete(caseId);
        break;
      default:
    }
  }

  private mediation(event: MediationEvent): void {
    const { mediationId, caseId } = event.data;
    if (event.type === 'MediationProposed') {
      this.mediations.set(mediationId, { caseId, mediator: undefined, panel: undefined, session: undefined });
      return;
    }
    const mediated = this.mediations.get(mediationId);
    if (!mediated) return;
    switch (event.type) {
      case 'MediatorAccepted':
        if (!event.data.all) break;
        if (event.data.township === undefined) mediated.mediator = event.data.mediatorId;
        else mediated.panel = new Map(mediated.panel).set(event.data.township, event.data.mediatorId);
        break;
      case 'SessionScheduled':
        mediated.session = { startsAt: event.data.startsAt, endsAt: event.data.endsAt };
        break;
      case 'SessionHeld':
        mediated.session = undefined;
        break;
      case 'PartyDeclined':
      case 'ConsentLapsed':
      case 'MediationFailed':
      case 'MediationTerminated':
      case 'OralAgreementReached':
      case 'AgreementEffective':
        this.mediations.delete(mediationId);
        break;
      default:
    }
  }
}
