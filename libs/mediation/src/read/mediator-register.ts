import type { AnyEvent } from '#kernel';
import { evolveCadreRecord, type CadreEvent, type CadreRecord } from '#cadres/domain';
import type { RegisteredMediator } from '#mediation/domain';

/** 人民调解: whoever holds it, cadre or lay member, stands on the mediator register (`docs/domain.md §3`). */
const MEDIATION_SKILL = 'STB-03';

/** Somebody as the register has him; nothing where he was never certified. */
export const registeredMediator = (record: CadreRecord): RegisteredMediator | undefined => {
  const certified = record.certificates
    .filter(({ skill }) => skill === MEDIATION_SKILL)
    .map(({ validFrom, validTo, revokedAt }) => ({ from: validFrom, to: Math.min(validTo, revokedAt ?? validTo) }));
  if (certified.length === 0) return undefined;
  return {
    cadreId: record.cadreId,
    personRef: record.personRef,
    woman: record.gender === 'FEMALE',
    active: !record.awaitingPost,
    unit: record.unitId,
    township: record.townshipPath?.split('/')[2] ?? null,
    certified,
    leaves: record.leave,
    kin: record.kin,
  };
};

/** The mediator register, folded from the events of the cadres. */
export class MediatorRegister {
  private readonly records = new Map<string, CadreRecord>();

  apply(stream: string, event: AnyEvent): void {
    if (!stream.startsWith('cadre-')) return;
    const { cadreId } = (event as CadreEvent).data;
    const record = evolveCadreRecord(this.records.get(cadreId), event as CadreEvent);
    if (record) this.records.set(cadreId, record);
  }

  of(cadreId: string): RegisteredMediator | undefined {
    const record = this.records.get(cadreId);
    return record && registeredMediator(record);
  }
}
