import { hash } from 'node:crypto';
import { cadre } from '#cadres/domain';
import { demoCounty, foundCounty, type DemoAccount, type DemoCommand, type DemoCounty } from '#demo-county';
import { canonicalJson, type CommandEnvelope, type CommandExecutor } from '#event-store';
import type { PersonEntry } from '#identity-vault';
import { SYSTEM } from '#kernel';
import type { PolicySet } from '#policy';
import { orgUnit, orgUnitStream, type OrgUnit } from '#township/domain';

export interface DemoCountyLoad {
  readonly executor: CommandExecutor;
  /** Writes people to the vault; called before any command that names them, and harmless when repeated. */
  readonly storePeople: (entries: readonly PersonEntry[]) => Promise<unknown>;
  readonly policy: PolicySet;
  readonly onProgress?: (done: number, all: number) => void;
  /** Commands under way at a time; they share commits. */
  readonly concurrency?: number;
  /** What enters instead of the county that was made. */
  readonly instead?: (made: DemoCounty) => DemoCounty;
}

export interface LoadedDemoCounty {
  /** False where the whole county was there already. */
  readonly loaded: boolean;
  readonly commands: number;
  readonly accounts: readonly DemoAccount[];
}

const CONCURRENCY = 128;

const envelope = ({ commandId, command }: DemoCommand): CommandEnvelope => ({
  commandId,
  // nothing personal in these commands, so a plain hash tells nobody anything
  requestHash: hash('sha256', canonicalJson(command).text, 'hex'),
  actor: SYSTEM,
  correlationId: 'demo-county',
});

/** After a failure nothing new is begun, what is under way is waited for, and the first failure is thrown. */
const inParallel = async <T>(items: readonly T[], width: number, work: (item: T) => Promise<void>): Promise<void> => {
  const rest = items.values();
  let failed = false;
  const worker = async (): Promise<void> => {
    for (const item of rest) {
      if (failed) return;
      try {
        await work(item);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  const workers = await Promise.allSettled(Array.from({ length: Math.min(width, items.length) }, worker));
  for (const outcome of workers) if (outcome.status === 'rejected') throw outcome.reason;
};

/**
 * Lets the demo county enter through the commands anyone's import would use. Command ids are always the same, and the
 * day of founding is read back from the log: loading again changes nothing, an interrupted load goes on where it stopped.
 */
export const loadDemoCounty = async ({
  executor,
  storePeople,
  policy,
  onProgress,
  concurrency = CONCURRENCY,
  instead = (made) => made,
}: DemoCountyLoad): Promise<LoadedDemoCounty> => {
  const parents = new Map<string, Promise<OrgUnit>>();
  const unit = (unitId: string): Promise<OrgUnit> => {
    const known = parents.get(unitId) ?? executor.load(orgUnit, orgUnitStream(unitId)).then(({ state }) => state);
    parents.set(unitId, known);
    return known;
  };
  const execute = async (entry: DemoCommand): Promise<void> => {
    const common = { stream: entry.stream, envelope: envelope(entry), policyVersion: () => policy.version };
    if (entry.aggregate === 'cadre') {
      const { command } = entry;
      await executor.execute({ ...common, decider: cadre, command, context: (_, base) => ({ ...base, policy }) });
      return;
    }
    const { command } = entry;
    const { parentId } = command.data;
    const parent = parentId === undefined ? undefined : await unit(parentId);
    const context = { policy, ...(parent && { parent }) };
    await executor.execute({ ...common, decider: orgUnit, command, context: (_, base) => ({ ...base, ...context }) });
  };

  await execute(foundCounty);
  const { createdAt } = await unit(foundCounty.command.data.unitId);
  if (createdAt === undefined) throw new Error('the county was founded but cannot be read');
  const { waves, people, accounts } = instead(demoCounty({ now: createdAt, policy }));
  const commands = waves.flat();
  const last = commands.at(-1);
  if (last && (await executor.load(cadre, last.stream)).revision >= 0) {
    return { loaded: false, commands: commands.length, accounts };
  }

  await storePeople(
    people.map(({ ref, commandId, name, phone }) => ({ commandId, person: { partyId: ref, name, phone } })),
  );
  let done = 0;
  for (const wave of waves) {
    await inParallel(wave, concurrency, async (entry) => {
      await execute(entry);
      done += 1;
      onProgress?.(done, commands.length);
    });
  }
  return { loaded: true, commands: commands.length, accounts };
};
