import type { CadreRecord } from '#cadres/domain';
import { DEFAULT_PREFERENCES, type Preferences, type RecipientKey } from '#notifications/domain';
import { People, type CaseFacts, type MediationFacts, type NoticeMemory } from '#notifications/read';
import type { OutboxFile } from './outbox-file.js';

const CASE = 'case-';
const MEDIATION = 'mediation-';
const CADRE = 'cadre-';
const PREFERENCES = 'preferences-';

/** What notices need of the past, written down with the place in the log that it stands for. */
export class StoredMemory implements NoticeMemory {
  readonly people: People;
  readonly #changed = new Map<string, object>();
  readonly #find;
  readonly #keep;

  constructor({ database }: OutboxFile) {
    this.#find = database.prepare('SELECT facts FROM remembered WHERE subject = ?');
    this.#keep = database.prepare(
      'INSERT INTO remembered VALUES (?, ?) ON CONFLICT (subject) DO UPDATE SET facts = excluded.facts',
    );
    const rows = database
      .prepare('SELECT facts FROM remembered WHERE subject >= ? AND subject < ?')
      .all(CADRE, `${CADRE}~`) as { facts: string }[];
    this.people = new People(rows.map(({ facts }) => JSON.parse(facts) as CadreRecord));
  }

  caseFacts(caseId: string): CaseFacts | undefined {
    return this.#recall<CaseFacts>(CASE + caseId);
  }

  keepCase(facts: CaseFacts): void {
    this.#changed.set(CASE + facts.caseId, facts);
  }

  mediationFacts(mediationId: string): MediationFacts | undefined {
    return this.#recall<MediationFacts>(MEDIATION + mediationId);
  }

  keepMediation(mediationId: string, facts: MediationFacts): void {
    this.#changed.set(MEDIATION + mediationId, facts);
  }

  keepCadre(cadreId: string): void {
    const record = this.people.recordOf(cadreId);
    if (record) this.#changed.set(CADRE + cadreId, record);
  }

  keepPreferences(cadreId: string, preferences: Preferences): void {
    this.#changed.set(PREFERENCES + cadreId, preferences);
  }

  /** Only those who serve have any. */
  preferencesOf(recipient: RecipientKey): Preferences {
    const cadreId = recipient.startsWith('cadre:') ? recipient.slice('cadre:'.length) : undefined;
    return (
      (cadreId === undefined ? undefined : this.#recall<Preferences>(PREFERENCES + cadreId)) ?? DEFAULT_PREFERENCES
    );
  }

  /** Inside a transaction. */
  write(): void {
    for (const [subject, facts] of this.#changed) this.#keep.run(subject, JSON.stringify(facts));
    this.#changed.clear();
  }

  #recall<Facts>(subject: string): Facts | undefined {
    const changed = this.#changed.get(subject);
    if (changed) return changed as Facts;
    const row = this.#find.get(subject) as { facts: string } | undefined;
    return row && (JSON.parse(row.facts) as Facts);
  }
}
