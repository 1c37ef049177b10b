import type { AnyEvent } from '#kernel';

/** Lifts an event of one schema version to the next: pure, and never changed once a log has passed through it. */
export interface Upcaster {
  readonly type: string;
  readonly from: number;
  /** May give the event another type; `occurredAt` is kept. */
  readonly upcast: (event: AnyEvent) => Pick<AnyEvent, 'type' | 'data'>;
}

export interface Upcasters {
  /** The event in today's schema. An unknown type passes through. */
  readonly upcast: (event: AnyEvent, schemaVersion: number) => AnyEvent;
  /** The version today's code writes. */
  readonly currentVersion: (type: string) => number;
}

/** @throws Error for two upcasters from the same version, or a gap between versions. */
export const createUpcasters = (upcasters: readonly Upcaster[]): Upcasters => {
  const steps = new Map<string, Map<number, Upcaster>>();
  for (const upcaster of upcasters) {
    const ofType = steps.get(upcaster.type) ?? new Map<number, Upcaster>();
    if (ofType.has(upcaster.from)) throw new Error(`two upcasters lift ${upcaster.type} from version ${upcaster.from}`);
    steps.set(upcaster.type, ofType.set(upcaster.from, upcaster));
  }
  const versions = new Map<string, number>();
  for (const [type, ofType] of steps) {
    const from = [...ofType.keys()].sort((a, b) => a - b);
    const [first = 1, last = 0] = [from[0], from.at(-1)];
    if (last - first + 1 !== from.length) throw new Error(`a version of ${type} has no upcaster`);
    versions.set(type, last + 1);
  }
  return {
    upcast: (event, schemaVersion) => {
      let current = event;
      for (let version = schemaVersion; ; version++) {
        const step = steps.get(current.type)?.get(version);
        if (step === undefined) return current;
        current = { ...step.upcast(current), occurredAt: event.occurredAt };
      }
    },
    currentVersion: (type) => versions.get(type) ?? 1,
  };
};

export const noUpcasters: Upcasters = createUpcasters([]);
