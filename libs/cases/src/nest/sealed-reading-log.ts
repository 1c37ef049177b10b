import { Injectable, Logger } from '@nestjs/common';
import { CommandExecutor } from '#event-store';
import type { Actor } from '#kernel';
import { Clock } from '#platform';
import { CURRENT_POLICY } from '#policy';
import { sealedReadings, type CaseId } from '#cases/domain';

const MINUTE = 60_000;
const NO_BODY = '';

/** Keeps who has read a sealed case (`docs/domain.md §4.5`); it never stands in the way of reading. */
@Injectable()
export class SealedReadingLog {
  private readonly logger = new Logger(SealedReadingLog.name);

  constructor(
    private readonly executor: CommandExecutor,
    private readonly clock: Clock,
  ) {}

  async note(caseId: CaseId, reader: Actor): Promise<void> {
    const minute = Math.floor(this.clock.now() / MINUTE);
    try {
      await this.executor.execute({
        decider: sealedReadings,
        stream: `sealed-reading-${caseId}`,
        command: { type: 'NoteSealedReading', data: { caseId, reader: reader.id } },
        envelope: { commandId: `${caseId}:read:${reader.id}:${minute}`, requestHash: NO_BODY, actor: reader },
        policyVersion: () => CURRENT_POLICY.version,
        context: (_, base) => base,
      });
    } catch (error) {
      this.logger.error(`nobody has written down that a sealed case was read: ${String(error)}`);
    }
  }
}
