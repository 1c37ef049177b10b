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

/** What the station answers to a command or a question. */
export interface Reply {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** How far the station of a rehearsal has come. */
export interface StationState {
  readonly quiet: boolean;
  /** Whoever looks sees what follows from the log; workflows may not have heard of it yet. */
  readonly followed: boolean;
  /** The lists show the whole log. */
  readonly projected: boolean;
  /** How often the time of a workflow has skipped. */
  readonly skips: number;
}

export interface Credentials {
  readonly login: string;
  readonly password: string;
}

const CLIENT = { 'x-minqing-client': 'rehearsal', 'content-type': 'application/json' };
const LOOK_EVERY_MS = 5;
const QUIET_WITHIN_MS = 60_000;
const NOT_LOGGED_IN = 401;

/** Speaks to the station of a rehearsal over HTTP: as its people, each with a login, and as the one who moves its clock. */
export class StationClient {
  private readonly file: AccessFile;
  private readonly accounts: Accounts;
  private readonly token: string;
  private readonly credentials: Map<string, Credentials>;
  /** Cookies by person; several requests at once wait for the same login. */
  private readonly sessions = new Map<string, Promise<string>>();

  /** @param known accounts that are there already, by the id of their cadre; who has none is given one */
  constructor(
    private readonly address: string,
    folder: string,
    known: ReadonlyMap<string, Credentials> = new Map(),
  ) {
    this.file = new AccessFile(join(folder, 'access.db'));
    this.accounts = new Accounts(this.file, new Passwords(), new SystemClock());
    this.token = readFileSync(join(folder, 'rehearsal.token'), 'utf8');
    this.credentials = new Map(known);
  }

  close(): void {
    this.file.close();
  }

  /** Accounts of all who have acted, and of those known before. */
  get knownCredentials(): ReadonlyMap<string, Credentials> {
    return this.credentials;
  }

  /** A command as the person. */
  send(by: Person, { method, path, body }: StationRequest, revision: number | undefined): Promise<Reply> {
    return this.ask(by, path, {
      method,
      headers: {
        'idempotency-key': randomUUID(),
        ...(revision !== undefined && { 'if-match': `"${revision}"` }),
      },
      body: JSON.stringify(body),
    });
  }

  /** What the person sees there. */
  read(by: Person, path: string): Promise<Reply> {
    return this.ask(by, path, { method: 'GET' });
  }

  /** Moves the clock; with `before`, nothing of that very instant happens yet. */
  async moveClock(to: Instant, before: boolean): Promise<void> {
    await this.rehearsal('clock', { method: 'POST', body: JSON.stringify({ to: toIso(to), before }) });
  }

  /** From here on the station's clock goes with the wall's. */
  async releaseClock(): Promise<void> {
    await this.rehearsal('release', { method: 'POST', body: '{}' });
  }

  state(): Promise<StationState> {
    return this.rehearsal('state', { method: 'GET' });
  }

  /** Resolves when everything that follows from the log has happened. */
  untilQuiet(): Promise<void> {
    return this.until(({ quiet }) => quiet);
  }

  /** Resolves when the state is as asked for. */
  async until(holds: (state: StationState) => boolean): Promise<void> {
    const begun = performance.now();
    while (!holds(await this.state())) {
      if (performance.now() - begun > QUIET_WITHIN_MS) throw new Error('the station does not come to rest');
      await pause(LOOK_EVERY_MS);
    }
  }

  private async rehearsal(route: 'clock' | 'release' | 'state', request: RequestInit): Promise<StationState> {
    const headers = { ...CLIENT, 'x-minqing-rehearsal': this.token };
    const response = await fetch(`${this.address}/api/rehearsal/${route}`, { ...request, headers });
    if (!response.ok) throw new Error(`/api/rehearsal/${route}: ${response.status} ${await response.text()}`);
    return (await response.json()) as StationState;
  }

  /** Sessions end by the clock that is being moved: who is not known any more logs in again. */
  private async ask(by: Person, path: string, request: RequestInit): Promise<Reply> {
    const known = this.sessions.get(by.id);
    const first = await this.fetchAs(await (known ?? this.logIn(by)), path, request);
    if (first.status !== NOT_LOGGED_IN || known === undefined) return first;
    if (this.sessions.get(by.id) === known) this.sessions.delete(by.id);
    return this.fetchAs(await (this.sessions.get(by.id) ?? this.logIn(by)), path, request);
  }

  private async fetchAs(cookie: string, path: string, request: RequestInit): Promise<Reply> {
    const headers = { ...CLIENT, cookie, ...(request.headers as Record<string, string> | undefined) };
    const response = await fetch(`${this.address}${path}`, { ...request, headers });
    return { status: response.status, body: (await response.json()) as Reply['body'] };
  }

  private logIn(by: Person): Promise<string> {
    const session = this.openSession(by);
    this.sessions.set(by.id, session);
    session.catch(() => this.sessions.delete(by.id)); // told to whoever waits for it
    return session;
  }

  private async openSession(by: Person): Promise<string> {
    const credentials = this.credentials.get(by.id) ?? (await this.openAccount(by));
    const response = await fetch(`${this.address}/api/session`, {
      method: 'POST',
      headers: CLIENT,
      body: JSON.stringify(credentials),
    });
    if (!response.ok) throw new Error(`${by.id} cannot log in: ${response.status} ${await response.text()}`);
    return response.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0])
      .join('; ');
  }

  /** Whoever acts gets an account of his own, as an administrator would give him. */
  private async openAccount({ id, role, path, unitId }: Person): Promise<Credentials> {
    const credentials = { login: `rehearsal.${id.toLowerCase()}`, password: randomBytes(18).toString('base64url') };
    await this.accounts.create({ ...credentials, actorId: id, role, path, unit: unitId });
    this.credentials.set(id, credentials);
    return credentials;
  }
}
