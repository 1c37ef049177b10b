import { Injectable, Optional } from '@nestjs/common';
import type { CadreId, CandidatePool, CaseId } from '#cases/domain';
import { AssignmentLock } from './assignment-lock.js';
import { CountyMemory } from './county-memory.js';

/** What a command that assigns holds from its decision until its events are in the log. */
export interface Turn {
  /** Caught up with the log; decisions on their way to it count already. */
  pool(): Promise<CandidatePool>;
  /** Decided: the next command may decide while this one is being written. */
  decided(caseId: CaseId, handler: CadreId, weight: number): void;
  /** Written or refused. */
  done(caseId: CaseId, written: boolean): void;
}

/**
 * One decision at a time for the county, so that no cadre is loaded beyond his cap: the pool is caught up to the head
 * of the log, the decision is made and counted, and only then the next one begins. Where other processes assign too,
 * it begins only once the one before is written: the others learn of it from the log.
 */
@Injectable()
export class AssignmentQueue {
  private tail: Promise<void> = Promise.resolve();

  constructor(
    private readonly memory: CountyMemory,
    @Optional() private readonly lock?: AssignmentLock,
  ) {}

  enter(): Turn {
    let free: () => void = () => undefined;
    let giveBack: (() => void) | undefined;
    let entered = false;
    const enter = async (): Promise<void> => {
      if (entered) return;
      entered = true;
      const ahead = this.tail;
      this.tail = new Promise((resolve) => (free = resolve));
      await ahead;
      giveBack = await this.lock?.take();
    };
    return {
      pool: async () => {
        await enter();
        await this.memory.catchUp();
        return this.memory.pool.snapshot();
      },
      decided: (caseId, handler, weight) => {
        this.memory.pool.reserve(caseId, handler, weight);
        if (!this.lock) free();
      },
      done: (caseId, written) => {
        if (!written) this.memory.pool.release(caseId);
        giveBack?.();
        free();
      },
    };
  }
}
