import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { IdentityVault } from '#identity-vault';
import { CURRENT_POLICY } from '#policy';
import type { CaseContext, CaseId, RegisterCase } from '#cases/domain';
import { CaseNumbers } from './case-numbers.js';
import { caseSubject } from './case-streams.js';
import { CountyMemory } from './county-memory.js';

/** What a registration must know besides its command: number, place, draw of the review; and the key of its texts. */
@Injectable()
export class CaseIntake {
  constructor(
    private readonly vault: IdentityVault,
    private readonly memory: CountyMemory,
    private readonly numbers: CaseNumbers,
  ) {}

  /** The same command id reserves the same number and opens the same key. */
  async gather(
    caseId: CaseId,
    { typeCode, villageIds, complaint }: Pick<RegisterCase['data'], 'typeCode' | 'villageIds' | 'complaint'>,
    commandId: string,
  ): Promise<NonNullable<CaseContext['intake']>> {
    await this.memory.catchUp();
    const place = this.memory.county.placeOf(CURRENT_POLICY, typeCode, villageIds);
    const [caseNo] = await Promise.all([
      this.numbers.reserve(place.townshipId, caseId, commandId),
      this.vault.openSubjectKey(caseSubject(caseId), commandId),
    ]);
    const targetUnits = complaint ? this.memory.pool.unitsOf(complaint.targets) : [];
    const promised = this.memory.promises.of(typeCode, place.townshipId);
    return { caseNo, place, reviewDraw: reviewDrawOf(caseId), targetUnits, promised };
  }
}

/** 0–99 from the first eight hex digits of SHA-256 of the id (`docs/domain.md §5.1`, sampled reviews). */
const reviewDrawOf = (caseId: CaseId): number =>
  parseInt(createHash('sha256').update(caseId).digest('hex').slice(0, 8), 16) % 100;
