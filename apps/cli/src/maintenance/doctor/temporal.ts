import type { Instant } from '#kernel';
import { TemporalProcessHost, temporalClient, type RegisteredProcess } from '#process';
import { someOf, well, wrong, type Finding } from './finding.js';
import type { Folded } from './processes.js';

/** Ids of everything that waits on the server, or why it could not be asked. */
export const whoWaits = async (
  address: string,
  kinds: readonly RegisteredProcess[],
): Promise<ReadonlySet<string> | Finding> => {
  const client = temporalClient(address);
  try {
    const host = new TemporalProcessHost(client);
    await host.identity();
    const running = new Set<string>();
    for (const kind of kinds) for await (const id of host.running(kind)) running.add(id);
    return running;
  } catch (error) {
    return wrong('TEMPORAL_SILENT', { address, reason: (error as Error).message });
  } finally {
    await client.connection.close();
  }
};

/** Younger changes may still be on their way. */
const SETTLED_AFTER_MS = 60_000;

/** One workflow for each open process and none besides. `running` was asked for before the log was folded. */
export const compareWorkflows = (
  running: ReadonlySet<string>,
  { processes, unfoldable }: Folded,
  now: Instant,
): readonly Finding[] => {
  const settled = (at: Instant): boolean => at < now - SETTLED_AFTER_MS;
  const missing: string[] = [];
  for (const { processId, agenda, openedAt } of processes.values())
    if (!agenda.closed && !running.has(processId) && settled(openedAt)) missing.push(processId);
  const extra = [...running].filter((processId) => {
    const known = processes.get(processId);
    if (!known) return !unfoldable.has(processId);
    return known.agenda.closed && settled(known.movedAt);
  });
  const findings = [
    ...(missing.length > 0 ? [wrong('WORKFLOWS_MISSING', { count: missing.length, ids: someOf(missing) })] : []),
    ...(extra.length > 0 ? [wrong('WORKFLOWS_EXTRA', { count: extra.length, ids: someOf(extra) })] : []),
  ];
  return findings.length === 0 ? [well('TEMPORAL_WELL', { running: running.size })] : findings;
};
