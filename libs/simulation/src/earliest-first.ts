import type { Instant } from '#kernel';

/**
 * What is to come, the earliest first; of the same instant the one that was put in first. A binary heap of three rows
 * side by side: finding the earliest reads numbers that lie together, not a hundred thousand objects all over memory.
 */
export class EarliestFirst<T> {
  private readonly instants: Instant[] = [];
  private readonly orders: number[] = [];
  private readonly items: T[] = [];
  private added = 0;

  get nextAt(): Instant | undefined {
    return this.instants[0];
  }

  add(at: Instant, item: T): void {
    const order = this.added++;
    let index = this.items.length;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (this.isBefore(parent, at, order)) break;
      this.put(index, this.instants[parent]!, this.orders[parent]!, this.items[parent]!);
      index = parent;
    }
    this.put(index, at, order, item);
  }

  take(): T | undefined {
    const first = this.items[0];
    const [at, order, item] = [this.instants.pop(), this.orders.pop(), this.items.pop()];
    const { length } = this.items;
    if (at === undefined || order === undefined || length === 0) return first;
    let index = 0;
    for (;;) {
      let child = 2 * index + 1;
      if (child >= length) break;
      if (child + 1 < length && this.isBefore(child + 1, this.instants[child]!, this.orders[child]!)) child += 1;
      if (!this.isBefore(child, at, order)) break;
      this.put(index, this.instants[child]!, this.orders[child]!, this.items[child]!);
      index = child;
    }
    this.put(index, at, order, item as T);
    return first;
  }

  private put(index: number, at: Instant, order: number, item: T): void {
    this.instants[index] = at;
    this.orders[index] = order;
    this.items[index] = item;
  }

  private isBefore(index: number, at: Instant, order: number): boolean {
    const other = this.instants[index]!;
    return other !== at ? other < at : this.orders[index]! < order;
  }
}
