import { evolveCadreRecord, type CadreEvent, type CadreRecord } from '#cadres/domain';
import type { Recipient } from '#cases/domain';
import type { CaseFacts } from './case-facts.js';

/** The county's own unit that supervises townships (`docs/domain.md §2.1`). */
const COUNTY_SUPERVISION = 'K-SUPERVISION';
const COUNTY = 'county';

/** Who serves where, in what role: folded from the cadres' events. */
export class People {
  readonly #records: Map<string, CadreRecord>;
  #holders: Map<string, string[]> | undefined;

  constructor(records: Iterable<CadreRecord> = []) {
    this.#records = new Map([...records].map((record) => [record.cadreId, record]));
  }

  /** The record that changed. */
  apply(event: CadreEvent): CadreRecord | undefined {
    const { cadreId } = event.data;
    const record = evolveCadreRecord(this.#records.get(cadreId), event);
    if (!record) return undefined;
    this.#records.set(cadreId, record);
    this.#holders = undefined;
    return record;
  }

  recordOf(cadreId: string): CadreRecord | undefined {
    return this.#records.get(cadreId);
  }

  /**
   * The people behind recipients (`docs/domain.md §5.1`): never the target of a complaint, his kin or his centre; where
   * nobody is left at a unit, whoever is one level up.
   */
  told(to: readonly Recipient[], about?: CaseFacts): readonly string[] {
    return [...new Set(to.flatMap((recipient) => this.#resolve(recipient, about)))];
  }

  #resolve(recipient: Recipient, about: CaseFacts | undefined): readonly string[] {
    if ('cadreId' in recipient) return this.#mayHear(recipient.cadreId, about) ? [recipient.cadreId] : [];
    for (let asked: Asked | undefined = recipient; asked; asked = oneLevelUp(asked, about)) {
      const { role, unit }: Asked = asked;
      const hear = this.#holding(role, unit).filter((cadreId) => this.#mayHear(cadreId, about));
      if (hear.length > 0) return hear;
    }
    return [];
  }

  #holding(role: string, unit: string): readonly string[] {
    this.#holders ??= this.#index();
    return this.#holders.get(`${role}@${unit}`) ?? [];
  }

  #index(): Map<string, string[]> {
    const holders = new Map<string, string[]>();
    for (const { cadreId, roles, unitId, awaitingPost } of this.#records.values()) {
      if (awaitingPost) continue;
      for (const role of roles) {
        const key = `${role}@${unitId}`;
        const known = holders.get(key);
        if (known) known.push(cadreId);
        else holders.set(key, [cadreId]);
      }
    }
    return holders;
  }

  #mayHear(cadreId: string, about: CaseFacts | undefined): boolean {
    const { complaint } = about ?? {};
    if (!complaint) return true;
    const record = this.#records.get(cadreId);
    const targets = complaint.targets.map((target) => this.#records.get(target)?.personRef ?? target);
    return (
      !complaint.targets.includes(cadreId) &&
      !(record && complaint.centres.includes(record.unitId)) &&
      !record?.kin.some((kin) => targets.includes(kin))
    );
  }
}

interface Asked {
  readonly role: string;
  readonly unit: string;
}

const oneLevelUp = ({ role, unit }: Asked, about: CaseFacts | undefined): Asked | undefined => {
  const township = unit.split('-')[0] ?? unit;
  const leaders = unit.startsWith('K-') ? COUNTY : township;
  switch (role) {
    case 'CENTRE_DIRECTOR':
      return { role: 'DEPUTY_LEADER', unit: leaders };
    case 'DEPUTY_LEADER':
      return { role: 'CHIEF_LEADER', unit };
    case 'CHIEF_LEADER':
      return about?.complaint ? { role: 'COUNTY_SUPERVISOR', unit: COUNTY_SUPERVISION } : undefined;
    default:
      return undefined;
  }
};

export const DEPUTY_OF = (townshipId: string): Recipient => ({ role: 'DEPUTY_LEADER', unit: townshipId });
export const SUPERVISORS: Recipient = { role: 'COUNTY_SUPERVISOR', unit: COUNTY_SUPERVISION };
