import type { Instant } from '#kernel';
import { localDayOf, toIso } from '#working-time';

/** Bar and words fit a terminal of 80 columns. */
const WIDTH = 20;

export interface Progress {
  readonly from: Instant;
  readonly to: Instant;
  readonly registered: () => number;
  readonly commands: () => number;
}

/** A bar that fills while the fortnight passes; where nobody watches, one line a day. */
export const progressOn = (
  stream: NodeJS.WriteStream,
  { from, to, registered, commands }: Progress,
): ((now: Instant) => void) => {
  let day = '';
  return (now) => {
    const share = Math.min(1, (now - from) / (to - from));
    const date = localDayOf(now);
    const at = toIso(now).slice('2026-'.length, '2026-02-14T08:30'.length).replace('T', ' ');
    const said = `${at}  事项 cases ${registered()} · 命令 commands ${commands()}`;
    if (stream.isTTY) {
      const filled = Math.round(share * WIDTH);
      stream.write(`\r${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)} ${Math.round(share * 100)} %  ${said}  `);
      if (share === 1) stream.write('\n');
    } else if (date !== day || share === 1) {
      stream.write(`${said}\n`);
    }
    day = date;
  };
};
