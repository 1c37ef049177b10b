import 'reflect-metadata';
import { CommandBus } from '@nestjs/cqrs';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { join } from 'node:path';
import { CaseRegistration, CommandForCase, CountyMemory, type CaseExecuted } from '#cases/nest';
import type { CaseCommand } from '#cases/domain';
import { CommandExecutor, SqliteEventStore, type CommandEnvelope } from '#event-store';
import { IdentityVault, type PersonEntry } from '#identity-vault';
import { CommandRejected, type Actor } from '#kernel';
import { Outbox } from '#notifications';
import { SystemClock } from '#platform';
import { CURRENT_POLICY } from '#policy';
import { BackPressure } from '#process';
import { ReadModels } from '#projections';
import { ApiModule } from '../apps/api/src/api.module.js';
import type { Storage } from '../apps/api/src/storage.module.js';
import { loadDemoCounty } from '../apps/station/src/load-demo-county.js';
import { matter, SIGNS, villageOf } from './lifecycle.matter.js';
import { countyBeside, inCounty } from './memory/counties.js';

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

export interface County {
  readonly bus: CommandBus;
  readonly registration: CaseRegistration;
  readonly vault: IdentityVault;
}

let commands = 0;

interface CaseInHand {
  readonly township: string;
  readonly executed: () => CaseExecuted;
  readonly send: (command: CaseCommand, by: Actor) => Promise<void>;
}

/** Registered by a clerk and accepted by a director of its township. */
const intake = async ({ bus, registration, vault }: County, number: number, of = 0): Promise<CaseInHand> => {
  const village = inCounty(of, villageOf(number));
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
  const registered = await registration.register({ ...matter(number), villageIds: [village] }, envelope(clerk), clerk);
  const { caseId } = registered;
  let executed: CaseExecuted = registered.executed;
  const send = async (command: CaseCommand, by: Actor): Promise<void> => {
    executed = await bus.execute(new CommandForCase(caseId, command, envelope(by, executed.revision), by));
  };
  await send({ type: 'AcceptCase', data: { signs: SIGNS } }, DIRECTOR(township));
  return { township, send, executed: () => executed };
};

/** Given to a cadre who has answered the resident; he goes on with it. */
const inProgress = async (county: County, number: number) => {
  const { township, send, executed } = await intake(county, number);
  await send({ type: 'AssignCase', data: {} }, DIRECTOR(township));
  const cadre: Actor = {
    id: executed().state.handler!,
    role: 'RESIDENT_INSTRUCTOR',
    path: `/county/${township}`,
  };
  await send({ type: 'Acknowledge', data: {} }, cadre);
  await send({ type: 'RecordFirstResponse', data: { contact: 'VISIT', note: '到现场看过' } }, cadre);
  return (command: CaseCommand): Promise<void> => send(command, cadre);
};

/** One case from intake to resolution as its people send it: vault, authorisation, numbers and queue included. */
export const lifecycle = async (county: County, number: number): Promise<void> => {
  const send = await inProgress(county, number);
  await send({ type: 'ResolveCase', data: { outcome: 'SOLVED', result: '已修好', skillsUsed: ['ORG-02'] } });
};

/** A case in progress, and what its handler can go on noting: a command that moves no clock and rings no doorbell. */
export const caseInProgress = async (county: County, number: number): Promise<() => Promise<void>> => {
  const send = await inProgress(county, number);
  return () => send({ type: 'AddProgress', data: { note: '材料已备齐，约好明天再去' } });
};

/**
 * A case that stays open: assigned, or only accepted where everybody who could take it has enough to do.
 * @param of number of its county, where there are several
 */
export const openCase = async (county: County, number: number, of = 0): Promise<'assigned' | 'accepted'> => {
  const { township, send } = await intake(county, number, of);
  try {
    await send({ type: 'AssignCase', data: {} }, DIRECTOR(township));
    return 'assigned';
  } catch (error) {
    if (error instanceof CommandRejected && error.code === 'NO_CANDIDATE') return 'accepted';
    throw error;
  }
};

/** The databases of a station's data folder. */
export const openStorage = async (folder: string) => {
  const clock = new SystemClock();
  const events = SqliteEventStore.open(join(folder, 'log.db'), { clock });
  const pressure = new BackPressure();
  const executor = new CommandExecutor(events, clock, { took: (milliseconds) => pressure.took(milliseconds) });
  const vault = new IdentityVault({ database: join(folder, 'vault.db'), keys: join(folder, 'keys') }, clock);
  const readModels = await ReadModels.open(join(folder, 'read.db'));
  const outbox = new Outbox(join(folder, 'outbox.db'));
  const close = async (): Promise<void> => {
    await readModels.close();
    outbox.close();
    vault.close();
    await events.close();
  };
  return { storage: { clock, events, executor, vault, readModels, outbox }, pressure, close };
};

/** Loads one demo county, or several side by side. */
export const loaded = async (app: INestApplicationContext, { executor, vault }: Storage, counties = 1) => {
  const load = { executor, storePeople: (people: readonly PersonEntry[]) => vault.storePeople(people) };
  for (let of = 0; of < counties; of += 1) {
    await loadDemoCounty({ ...load, policy: CURRENT_POLICY, instead: countyBeside(of) });
  }
  const memory = app.get(CountyMemory);
  await memory.catchUp();
  const county: County = { bus: app.get(CommandBus), registration: app.get(CaseRegistration), vault };
  return { county, memory };
};

export const readiness = { check: async () => ({}) };

/** The command handlers over the databases of a station's data folder, the demo county loaded, or several. */
export const openCounty = async (folder: string, counties = 1) => {
  const { storage, pressure, close } = await openStorage(folder);
  const access = { database: join(folder, 'access.db'), secure: false };
  const app = await NestFactory.createApplicationContext(ApiModule.of({ storage, access, readiness }), {
    logger: false,
  });
  return {
    ...(await loaded(app, storage, counties)),
    storage,
    pressure,
    close: async (): Promise<void> => {
      await app.close();
      await close();
    },
  };
};
