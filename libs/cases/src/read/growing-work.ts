import { pastWork, type PastWork } from '#cases/domain';
import type { Instant } from '#kernel';

/** Past work that grows. */
export type GrowingWork<T extends { readonly at: Instant }> = PastWork<T[]>;

export const noWork = <T extends { readonly at: Instant }>(): GrowingWork<T> => pastWork<T[]>([]);

/**
 * The work with one thing more. It only ever grows at its end: what was claimed for an earlier time, or is half too old,
 * makes another.
 */
export const remember = <T extends { readonly at: Instant }>(
  work: GrowingWork<T>,
  entry: T,
  since: Instant,
): GrowingWork<T> => {
  const { done } = work;
  const [last, middle] = [done.at(-1), done[done.length >> 1]];
  const isLatest = last === undefined || last.at <= entry.at;
  if (isLatest && (middle === undefined || middle.at >= since)) {
    done.push(entry);
    return work;
  }
  return pastWork<T[]>([...done.filter(({ at }) => at >= since), entry].sort((one, other) => one.at - other.at));
};
