import type { Instant } from '#kernel';
import { localDayOf, toIso } from '#working-time';

const WIDTH = 30;

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
    const [date, time] = [localDayOf(now), toIso(now).slice(11, 16)];
    const said = `${date} ${time}  ${registered()} cases, ${commands()} commands`;
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
