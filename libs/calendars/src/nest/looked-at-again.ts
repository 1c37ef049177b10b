import { Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';

/** How late another process may hear of what was decided here. */
const LOOK_AGAIN_MS = 5_000;

/**
 * Something of the county that every decision needs, in memory: read at the start, and looked at again and again. What
 * could not be read now is read the next time, or by the next change here; until then what was known counts.
 */
export abstract class LookedAtAgain implements OnModuleInit, OnModuleDestroy {
  private readonly logger = new Logger(this.constructor.name);
  private looking: NodeJS.Timeout | undefined;

  /** @param what as a warning names it: `The calendar` */
  protected constructor(private readonly what: string) {}

  /** Reads what was written since. */
  abstract refresh(): Promise<void>;

  async onModuleInit(): Promise<void> {
    await this.refresh();
    this.looking = setInterval(() => void this.refresh().catch(this.tell), LOOK_AGAIN_MS);
    this.looking.unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.looking);
  }

  private readonly tell = (error: unknown): void =>
    this.logger.warn(`${this.what} could not be read and is looked at again: ${String(error)}`);
}
