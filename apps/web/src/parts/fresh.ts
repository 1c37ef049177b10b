import { onUnmounted } from 'vue';

const EVERY = 15_000;
/** An untouched page asks no more: it must not keep alive the session of somebody who has gone. */
const UNTOUCHED = 5 * 60_000;

let touched = Date.now();
for (const kind of ['pointerdown', 'keydown', 'wheel', 'touchmove']) {
  addEventListener(kind, () => (touched = Date.now()), { passive: true });
}

/** Reads again from time to time, and when the person comes back to the page; not while it is hidden. */
export const useFresh = (read: () => unknown): void => {
  const again = (): void => {
    if (document.visibilityState === 'visible' && Date.now() - touched < UNTOUCHED) void read();
  };
  const timer = setInterval(again, EVERY);
  document.addEventListener('visibilitychange', again);
  onUnmounted(() => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', again);
  });
};
