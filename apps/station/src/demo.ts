import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Accounts } from '#access/nest';
import type { CommandExecutor, EventStore } from '#event-store';
import type { IdentityVault } from '#identity-vault';
import { CURRENT_POLICY } from '#policy';
import { openDemoAccounts } from './demo-accounts.js';
import { loadDemoCounty } from './load-demo-county.js';
import type { StationOptions } from './station-options.js';

export interface DemoPorts {
  readonly accounts: Accounts;
  readonly events: EventStore;
  readonly executor: CommandExecutor;
  readonly vault: IdentityVault;
  /** File of the demo's passwords. */
  readonly passwords: string;
  readonly say: (line: string) => void;
  /** Nothing new is begun once it aborts. */
  readonly givenUp: AbortSignal;
}

type Passwords = Readonly<Record<string, string>>;

/** Loads the demo county where it is wanted and not there yet. Answers with the passwords of its accounts. */
export const demoCounty = async (
  { empty, demo }: StationOptions,
  { accounts, events, executor, vault, passwords, say, givenUp }: DemoPorts,
): Promise<Passwords> => {
  const isDemo = existsSync(passwords);
  const hasEvents = (await events.head()) !== '';
  if (!demo && !isDemo && (empty || hasEvents)) return {};
  const complete = isDemo && hasEvents ? completeDemo(accounts, passwords) : undefined;
  if (complete) return complete;
  // Left first: an interrupted load is gone on with, not taken for a store of somebody's own.
  if (!isDemo) writeFileSync(passwords, '{}\n', { mode: 0o600 });
  let told = 0;
  const loaded = await loadDemoCounty({
    executor,
    storePeople: (entries) => vault.storePeople(entries),
    policy: CURRENT_POLICY,
    onProgress: (done, all) => {
      givenUp.throwIfAborted();
      const tenth = Math.floor((done * 10) / all);
      if (tenth > told) say(`Demo county: ${tenth * 10} %`);
      told = tenth;
    },
  });
  if (loaded.loaded) say(`Demo county loaded by ${loaded.commands} commands.`);
  return openDemoAccounts(accounts, loaded.accounts, passwords);
};

/** Accounts are opened after the whole county is in the log: where all of them are there, nothing is left to do. */
const completeDemo = (accounts: Accounts, file: string): Passwords | undefined => {
  const passwords = JSON.parse(readFileSync(file, 'utf8')) as Passwords;
  const logins = Object.keys(passwords);
  return logins.length > 0 && logins.every((login) => accounts.find(login)) ? passwords : undefined;
};
