import { open, rm } from 'node:fs/promises';
import type { PartHealth, Readiness } from '../../api/src/health/readiness.js';
import type { Text } from '#policy';
import type { ProcessGuards, ProcessWorker, temporalClient } from '#process';
import type { ProjectionRunner } from '#projections';
import type { WatchedEventStore } from './watched-store.js';

type Check = () => Promise<PartHealth>;

const STARTING: Text = { zh: '系统正在启动。', en: 'The station is still starting.' };
const WELL: PartHealth = { ok: true };
const unwell = (zh: string, en: string): PartHealth => ({ ok: false, detail: { zh, en } });
const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Each part is asked anew, but once for all who ask at the same time. */
export class StationReadiness implements Readiness {
  parts: Readonly<Record<string, Check>> = { station: async () => ({ ok: false, detail: STARTING }) };
  #asking: Promise<Readonly<Record<string, PartHealth>>> | undefined;

  check(): Promise<Readonly<Record<string, PartHealth>>> {
    this.#asking ??= this.#ask().finally(() => (this.#asking = undefined));
    return this.#asking;
  }

  async #ask(): Promise<Readonly<Record<string, PartHealth>>> {
    const asked = Object.entries(this.parts).map(async ([part, check]) => {
      const failed = (error: unknown): PartHealth =>
        unwell(`检查失败：${reasonOf(error)}`, `Not to be asked: ${reasonOf(error)}`);
      return [part, await check().catch(failed)] as const;
    });
    return Object.fromEntries(await Promise.all(asked));
  }
}

const PROBE_BYTES = 64 * 1024;

/** The log can be read, and takes what is given to it; after a failure a probe tells whether there is room again. */
export const commandsAnswer =
  (events: WatchedEventStore, probeFile: string): Check =>
  async () => {
    try {
      await events.head();
      if (events.failing !== undefined) await probe(probeFile);
      return WELL;
    } catch (error) {
      const reason = events.failing ?? reasonOf(error);
      return unwell(`暂时不能处理命令：${reason}`, `No command can be taken just now: ${reason}`);
    }
  };

const probe = async (file: string): Promise<void> => {
  const handle = await open(file, 'w', 0o600);
  try {
    await handle.write(Buffer.alloc(PROBE_BYTES, 1));
    await handle.sync();
  } finally {
    await handle.close();
    await rm(file, { force: true });
  }
};

/** An event may wait this long to be seen in the lists. */
const LATE_MS = 10_000;

/** The read models move, and are not far behind the log. */
export const projectionsAnswer =
  (runner: ProjectionRunner, failing: () => string | undefined): Check =>
  async () => {
    const reason = failing();
    if (reason !== undefined) {
      return unwell(`列表暂停更新：${reason}`, `The read models stand still: ${reason}`);
    }
    const late = (await runner.lag()).filter(({ waitingMs }) => waitingMs > LATE_MS);
    if (late.length === 0) return WELL;
    const names = late.map(({ projection }) => projection).join(', ');
    return unwell(`列表更新滞后：${names}`, `Read models are behind the log: ${names}`);
  };

const ANSWER_WITHIN_MS = 2_000;

/** The server answers, and the station's own worker takes orders from it. */
export const temporalAnswers =
  (
    { client, state }: { readonly client: ReturnType<typeof temporalClient>; readonly state: () => string },
    worker: ProcessWorker | undefined,
    guards: ProcessGuards,
  ): Check =>
  async () => {
    try {
      await client.withDeadline(Date.now() + ANSWER_WITHIN_MS, () =>
        client.connection.workflowService.getSystemInfo({}),
      );
    } catch (error) {
      const reason = `${state()}, ${reasonOf(error)}`;
      return unwell(
        `Temporal 无响应（${reason}），到期提醒和升级会推迟，其他业务不受影响。`,
        `Temporal does not answer (${reason}); reminders and escalations wait, everything else goes on.`,
      );
    }
    if (worker && worker.state !== 'running') {
      return unwell('到期任务执行程序正在连接 Temporal。', 'The worker is still connecting to Temporal.');
    }
    const { rebuilding } = guards.metrics;
    if (!rebuilding) return WELL;
    const { rung, open } = rebuilding;
    const detail = {
      zh: `正在按日志重建等待流程：${rung}/${open}。`,
      en: `Workflows are being built anew from the log: ${rung} of ${open}.`,
    };
    return { ok: true, detail };
  };
