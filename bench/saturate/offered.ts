import { setTimeout as pause } from 'node:timers/promises';

/**
 * Sends so many a second until the deadline (`performance.now()`), whether or not the earlier ones are answered. Each
 * takes as long as it is from the moment it was due to its answer (ms): whoever waits because the sender was held up
 * has waited too.
 */
export const offered = async (
  perSecond: number,
  deadline: number,
  send: (number: number) => Promise<void>,
): Promise<readonly number[]> => {
  const begun = performance.now();
  const dueAt = (number: number): number => begun + (number * 1_000) / perSecond;
  const answered: Promise<number>[] = [];
  const sendAt = async (number: number): Promise<number> => {
    await send(number);
    return performance.now() - dueAt(number);
  };
  for (let number = 0; dueAt(number) < deadline;) {
    const early = dueAt(number) - performance.now();
    if (early > 0) await pause(early);
    else answered.push(sendAt(number++));
  }
  return Promise.all(answered);
};
