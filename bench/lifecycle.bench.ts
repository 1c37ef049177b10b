import 'reflect-metadata';
import { CommandBus } from '@nestjs/cqrs';
import { NestFactory } from '@nestjs/core';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CaseRegistration, CommandForCase, CountyMemory, type CaseExecuted } from '#cases/nest';
import type { CaseCommand } from '#cases/domain';
import { CommandExecutor, SqliteEventStore, type CommandEnvelope } from '#event-store';
import { IdentityVault } from '#identity-vault';
import type { Actor } from '#kernel';
import { SystemClock } from '#platform';
import { CURRENT_POLICY } from '#policy';
import { ReadModels } from '#projections';
import { ApiModule } from '../apps/api/src/api.module.js';
import { loadDemoCounty } from '../apps/station/src/load-demo-county.js';
import { clientsDoing, compare, type Bench, type Row, type Side } from './harness.js';
import { bareLifecycles } from './lifecycle.bare.js';
import { matter, SIGNS, villageOf } from './lifecycle.matter.js';

const REACH = 0.5;

const CLERK = (township: string): Actor => ({
  id: `clerk-${township}`,
  role: 'WINDOW_CLERK',
  path: `/county/${township}`,
});
const DIRECTOR = (township: string) => ({
  id: `director-${township}`,
  role: 'CENTRE_DIRECTOR',
  path: `/county/${township}`,
  unit: `${township}-RURAL_GUIDANCE`,
});

interface County {
  readonly bus: CommandBus;
  readonly registration: CaseRegistration;
  readonly vault: IdentityVault;
}

let commands = 0;

/** One case from intake to resolution as its people send it: vault, authorisation, numbers and queue included. */
const lifecycle = async ({ bus, registration, vault }: County, number: number): Promise<void> => {
  const village = villageOf(number);
  const township = village.split('-')[0]!;
  const envelope = (actor: Actor, ifMatch?: number): CommandEnvelope => {
    const commandId = `bench-${process.pid}-${(commands += 1)}`;
    return {
      commandId,
      requestHash: vault.requestHash(commandId),
      actor,
      ...(ifMatch !== undefined && { ifMatch }),
    };
  };
  const clerk = CLERK(township);
  const registered = await registration.register(matter(number), envelope(clerk), clerk);
  const { caseId } = registered;
  let executed: CaseExecuted = registered.executed;
  const send = async (command: CaseCommand, by: Actor): Promise<void> => {
    executed = await bus.execute(new CommandForCase(caseId, command, envelope(by, executed.revision), by));
  };
  const director = DIRECTOR(township);
  await send({ type: 'AcceptCase', data: { signs: SIGNS } }, director);
  await send({ type: 'AssignCase', data: {} }, director);
  const cadre: Actor = { id: executed.state.handler!, role: 'RESIDENT_INSTRUCTOR', path: `/county/${township}` };
  await send({ type: 'Acknowledge', data: {} }, cadre);
  await send({ type: 'RecordFirstResponse', data: { contact: 'VISIT', note: '到现场看过' } }, cadre);
  await send({ type: 'ResolveCase', data: { outcome: 'SOLVED', result: '已修好', skillsUsed: ['ORG-02'] } }, cadre);
};

const openCounty = async (folder: string) => {
  const clock = new SystemClock();
  const events = SqliteEventStore.open(join(folder, 'log.db'), { clock });
  const executor = new CommandExecutor(events, clock);
  const vault = new IdentityVault({ database: join(folder, 'vault.db'), keys: join(folder, 'keys') }, clock);
  const readModels = await ReadModels.open(join(folder, 'read.db'));
  const storage = { clock, events, executor, vault, readModels };
  const access = { database: join(folder, 'access.db'), secure: false };
  const readiness = { check: async () => ({}) };
  const app = await NestFactory.createApplicationContext(ApiModule.of({ storage, access, readiness }), {
    logger: false,
  });
  await loadDemoCounty({ executor, storePeople: (people) => vault.storePeople(people), policy: CURRENT_POLICY });
  const memory = app.get(CountyMemory);
  await memory.catchUp();
  const county: County = { bus: app.get(CommandBus), registration: app.get(CaseRegistration), vault };
  const close = async (): Promise<void> => {
    await app.close();
    await readModels.close();
    vault.close();
    await events.close();
  };
  return { county, memory, close };
};

/** Case lifecycles a second through the command handlers against the bare loop of the same decisions. */
export const bench: Bench = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'minqing-lifecycle-'));
  try {
    const { county, memory, close } = await openCounty(folder);
    const rows: Row[] = [];
    let cases = 0;
    for (const clients of [1, 32]) {
      const ours: Side = { slice: clientsDoing(clients, () => lifecycle(county, (cases += 1))) };
      const bare = bareLifecycles(join(folder, `bare-${clients}.db`), clients, memory);
      rows.push(await compare({ clients, ours, limit: bare.side, reach: REACH }));
      bare.close();
    }
    await close();
    return {
      name: 'lifecycle',
      unit: 'lifecycles/s',
      rows,
      notes: [
        'limit: load, fold, decide, append on SQLite alone: the same decisions and event data, one commit a transition',
        '(1 client) or group commit; no vault, no authorisation, no case number, no command id, no hash chain',
      ],
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
};
