import { createServer, type Server } from 'node:http';
import { writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { NO_SIGNS } from './dispute-life.js';
import type { Cast } from './case-life.js';
import { register } from './case-life.js';

const PATIENCE_MS = 60_000;

/** The group chat of T01: what its people read, as often as it came. */
export class GroupChat {
  private readonly posts: string[] = [];
  private server: Server | undefined;

  /** Environment of a station that knows it. */
  async open(folder: string): Promise<Readonly<Record<string, string>>> {
    this.server = createServer((request, response) => {
      let text = '';
      request.setEncoding('utf8').on('data', (part: string) => (text += part));
      request.on('end', () => {
        this.posts.push((JSON.parse(text) as { text: { content: string } }).text.content);
        response.writeHead(200, { 'content-type': 'application/json' }).end('{"errcode":0,"errmsg":"ok"}');
      });
    });
    await new Promise<void>((resolve) => this.server?.listen(0, '127.0.0.1', resolve));
    const { port } = this.server.address() as AddressInfo;
    const robots = join(folder, 'robots.json');
    writeFileSync(robots, JSON.stringify([{ unit: 'T01', kind: 'WECOM', webhook: `http://127.0.0.1:${port}/send` }]));
    return { MINQING_ROBOTS: robots };
  }

  /** How often each text came. */
  get counts(): ReadonlyMap<string, number> {
    const counts = new Map<string, number>();
    for (const post of this.posts) counts.set(post, (counts.get(post) ?? 0) + 1);
    return counts;
  }

  close(): void {
    this.server?.closeAllConnections();
    this.server?.close();
  }
}

/** Cases with a weapon in them: whoever leads is told at once, at any time of the day. */
export const raiseRisks = async (cast: Cast, prefix: string, working: { readonly go: boolean }): Promise<number> => {
  let risks = 0;
  for (; working.go; risks += 1) {
    const id = `${prefix}${risks}`;
    const { caseId, revision } = await register(cast.clerk, id, 'T01-V07');
    await cast.director.command(`${id}-accept`, {
      path: `/api/cases/${caseId as string}/accept`,
      event: 'RiskAssessed',
      body: { ...NO_SIGNS, weapon: true },
      revision: revision as number,
    });
    await pause(200);
  }
  return risks;
};

/**
 * Every risk was posted, once but for what the outbox says it repeated, and nothing three times.
 * @returns what does not hold
 */
export const judgePosts = async (data: string, chat: GroupChat, kills: number): Promise<readonly string[]> => {
  const told = "channel = 'ROBOT' and recipient = 'group:T01'";
  const outbox = new DatabaseSync(join(data, 'outbox.db'), { readOnly: true, timeout: 5_000 });
  const count = (condition: string): number =>
    (outbox.prepare(`select count(*) as n from notice where ${told} and ${condition}`).get() as { n: number }).n;
  try {
    for (const until = Date.now() + PATIENCE_MS; count("status = 'PENDING'") > 0 && Date.now() < until;)
      await pause(200);
    const counts = [...chat.counts.values()];
    const [rows, sent, repeats] = [count('1'), count("status = 'SENT'"), count('repeats = 1')];
    return [
      ...(sent === rows ? [] : [`${sent} of ${rows} notices were sent`]),
      ...(counts.length === rows ? [] : [`${rows} notices, ${counts.length} different posts`]),
      ...(Math.max(...counts) <= 2 ? [] : [`a post came ${Math.max(...counts)} times`]),
      ...(counts.filter((times) => times > 1).length <= repeats ? [] : ['a post was repeated and not counted']),
      ...(repeats <= kills ? [] : [`${repeats} repeats for ${kills} kills`]),
    ];
  } finally {
    outbox.close();
  }
};
