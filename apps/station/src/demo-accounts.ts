import { randomInt } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Accounts } from '#access/nest';
import type { DemoAccount } from '#demo-county';

/** Without the letters and digits that people mix up. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';
const LENGTH = 14;

const password = (): string => Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');

/**
 * Makes the accounts of the demo with passwords of their own, kept in a file that only its owner reads. The file is
 * written first: an interrupted start finds the passwords it had promised.
 */
export const openDemoAccounts = async (
  accounts: Accounts,
  demo: readonly DemoAccount[],
  file: string,
): Promise<Readonly<Record<string, string>>> => {
  const passwords: Record<string, string> = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>)
    : {};
  const missing = demo.filter(({ login }) => passwords[login] === undefined);
  for (const { login } of missing) passwords[login] = password();
  if (missing.length > 0) writeFileSync(file, `${JSON.stringify(passwords, null, 2)}\n`, { mode: 0o600 });
  const opening = demo.filter(({ login }) => !accounts.find(login));
  // Together: each takes its time on purpose, but on a thread of its own.
  await Promise.all(
    opening.map(({ login, cadreId, role, path, unitId }) =>
      accounts.create({ login, password: passwords[login]!, actorId: cadreId, role, path, unit: unitId }),
    ),
  );
  return passwords;
};
