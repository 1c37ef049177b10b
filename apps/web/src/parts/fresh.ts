import { onUnmounted } from 'vue';

/** Where nothing is heard from the station, it is asked as often as this. */
const EVERY = 30_000;
/** Changes that come together are read together. */
const GATHERED = 700;
/** An untouched page asks no more: it must not keep alive the session of somebody who has gone. */
const UNTOUCHED = 5 * 60_000;

let touched = Date.now();
for (const kind of ['pointerdown', 'keydown', 'wheel', 'touchmove']) {
  addEventListener(kind, () => (touched = Date.now()), { passive: true });
}

type Changed = (caseId?: string) => void;
const listeners = new Set<Changed>();
let stream: EventSource | undefined;

/** One stream for the whole page; refused or ended (nobody is logged in), it is asked for again at the next look. */
const listen = (): void => {
  if (stream && stream.readyState !== EventSource.CLOSED) return;
  stream = new EventSource('/api/events/stream');
  stream.addEventListener('case', ({ data }: MessageEvent<string>) => {
    const { caseId } = JSON.parse(data) as { readonly caseId: string };
    listeners.forEach((changed) => changed(caseId));
  });
  stream.addEventListener('reset', () => listeners.forEach((changed) => changed()));
};

/**
 * Reads again when the station tells of a change, from time to time, and when the person comes back to the page; not
 * while it is hidden.
 * @param about the only case whose changes matter
 */
export const useFresh = (read: () => unknown, about?: string): void => {
  const again = (): void => {
    if (document.visibilityState !== 'visible' || Date.now() - touched >= UNTOUCHED) return;
    listen();
    void read();
  };
  let gathering: ReturnType<typeof setTimeout> | undefined;
  const changed: Changed = (caseId) => {
    if (caseId !== undefined && about !== undefined && caseId !== about) return;
    gathering ??= setTimeout(() => {
      gathering = undefined;
      again();
    }, GATHERED);
  };
  listen();
  listeners.add(changed);
  const timer = setInterval(again, EVERY);
  document.addEventListener('visibilitychange', again);
  onUnmounted(() => {
    listeners.delete(changed);
    clearTimeout(gathering);
    clearInterval(timer);
    document.removeEventListener('visibilitychange', again);
  });
};
