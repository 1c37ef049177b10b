/** Wakes the subscribers of one process when something was committed. */
export class WakeUp {
  /** Times it has rung so far. */
  count = 0;
  private waiting: (() => void)[] = [];

  ring(): void {
    this.count += 1;
    const woken = this.waiting;
    this.waiting = [];
    for (const wake of woken) wake();
  }

  /** Resolves when it rings, after `milliseconds`, or when the signal aborts. */
  wait(milliseconds: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = (): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      const timer = setTimeout(() => {
        this.waiting = this.waiting.filter((other) => other !== wake);
        wake();
      }, milliseconds);
      signal.addEventListener('abort', wake, { once: true });
      this.waiting.push(wake);
    });
  }
}
