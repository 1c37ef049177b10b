import type { Instant } from '#kernel';

interface Waiting<T> {
  readonly at: Instant;
  readonly order: number;
  readonly item: T;
}

/** What is to come, the earliest first; of the same instant the one that was put in first. */
export class EarliestFirst<T> {
  private readonly heap: Waiting<T>[] = [];
  private added = 0;

  get nextAt(): Instant | undefined {
    return this.heap[0]?.at;
  }

  add(at: Instant, item: T): void {
    const { heap } = this;
    const waiting: Waiting<T> = { at, order: this.added++, item };
    let index = heap.push(waiting) - 1;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (isBefore(heap[parent]!, waiting)) break;
      heap[index] = heap[parent]!;
      index = parent;
    }
    heap[index] = waiting;
  }

  take(): T | undefined {
    const { heap } = this;
    const first = heap[0];
    const last = heap.pop();
    if (!first || !last || heap.length === 0) return first?.item;
    let index = 0;
    for (;;) {
      let child = 2 * index + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && isBefore(heap[child + 1]!, heap[child]!)) child += 1;
      if (isBefore(last, heap[child]!)) break;
      heap[index] = heap[child]!;
      index = child;
    }
    heap[index] = last;
    return first.item;
  }
}

const isBefore = (one: Waiting<unknown>, other: Waiting<unknown>): boolean =>
  one.at !== other.at ? one.at < other.at : one.order < other.order;
