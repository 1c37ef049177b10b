import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { AccessFile, Accounts, Passwords } from '#access/nest';
import type { Instant } from '#kernel';
import { SystemClock } from '#platform';
import { toIso } from '#working-time';
import type { Person } from '../county-plan.js';
import type { StationRequest } from './station-routes.js';

/** What the station answers to a command. */
export interface Reply {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

const CLIENT = { 'x-minqing-client': 'rehearsal', 'content-type': 'application/json' };
const LOOK_EVERY_MS = 25;
const QUIET_WITHIN_MS = 60_000;

/** Speaks to the station of a rehearsal over HTTP: as its people, each with a login, and as the one who moves its clock. */
export class StationClient {
  private readonly file: AccessFile;
  private readonly accounts: Accounts;
  private readonly token: string;
  private readonly passwords = new Map<string, string>();

  constructor(
    private readonly address: string,
    folder: string,
  ) {
    this.file = new AccessFile(join(folder, 'access.db'));
    this.accounts = new Accounts(this.file, new Passwords(), new SystemClock());
    this.token = readFileSync(join(folder, 'rehearsal.token'), 'utf8');
  }

  close(): void {
    this.file.close();
  }

  /** A command as the person; he logs in for it, for sessions end by the clock that is being moved. */
  async send(by: Person, { method, path, body }: StationRequest, revision: number | undefined): Promise<Reply> {
    const response = await fetch(`${this.address}${path}`, {
      method,
      headers: {
        ...CLIENT,
        cookie: await this.login(by),
        'idempotency-key': randomUUID(),
        ...(revision !== undefined && { 'if-match': `"${revision}"` }),
      },
      body: JSON.stringify(body),
    });
    return { status: response.status, body: (await response.json()) as Reply['body'] };
  }

  /** Moves the clock; with `before`, nothing of that very instant happens yet. */
  async moveClock(to: Instant, before: boolean): Promise<void> {
    await this.rehearsal('clock', { method: 'POST', body: JSON.stringify({ to: toIso(to), before }) });
  }

  /** Resolves when everything that follows from the log has happened. */
  async untilQuiet(): Promise<void> {
    const begun = performance.now();
    for (;;) {
      const { quiet } = (await this.rehearsal('state', { method: 'GET' })) as { quiet: boolean };
      if (quiet) return;
      if (performance.now() - begun > QUIET_WITHIN_MS) throw new Error('the station does not come to rest');
      await pause(LOOK_EVERY_MS);
    }
  }

  private async rehearsal(route: 'clock' | 'state', request: RequestInit): Promise<unknown> {
    const headers = { ...CLIENT, 'x-minqing-rehearsal': this.token };
    const response = await fetch(`${this.address}/api/rehearsal/${route}`, { ...request, headers });
    if (!response.ok) throw new Error(`/api/rehearsal/${route}: ${response.status} ${await response.text()}`);
    return response.json();
  }

  private async login(by: Person): Promise<string> {
    const login = `rehearsal.${by.id.toLowerCase()}`;
    const password = this.passwords.get(login) ?? (await this.open(login, by));
    const response = await fetch(`${this.address}/api/session`, {
      method: 'POST',
      headers: CLIENT,
      body: JSON.stringify({ login, password }),
    });
    if (!response.ok) throw new Error(`${by.id} cannot log in: ${response.status} ${await response.text()}`);
    return response.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0])
      .join('; ');
  }

  /** Whoever acts gets an account of his own, as an administrator would give him. */
  private async open(login: string, { id, role, path, unitId }: Person): Promise<string> {
    const password = randomBytes(18).toString('base64url');
    await this.accounts.create({ login, password, actorId: id, role, path, unit: unitId });
    this.passwords.set(login, password);
    return password;
  }
}
