import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Caller, CurrentActor, Problem } from '#http';
import { Accounts } from './accounts.js';
import { Action } from './action.js';
import { FailedLogins } from './failed-logins.js';
import { LoginBody } from './login.body.js';
import { SessionCookie } from './session-cookie.js';
import { Sessions } from './sessions.js';

/** Whom the pages greet. His name is read by his id, like anyone's. */
export interface SessionView {
  readonly actorId: string;
  readonly role: string;
  readonly path: string;
  readonly unit?: string;
}

const viewOf = ({ id, role, path, unit }: Caller): SessionView => ({
  actorId: id,
  role,
  path,
  ...(unit !== undefined && { unit }),
});

/** Log in, log out, who am I. */
@Controller('api/session')
export class SessionController {
  constructor(
    private readonly accounts: Accounts,
    private readonly sessions: Sessions,
    private readonly failures: FailedLogins,
    private readonly cookie: SessionCookie,
  ) {}

  @Post()
  @Action('session.login')
  async login(
    @Body() { login, password }: LoginBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    const name = login.trim().toLowerCase();
    this.requirePatience(name, request.ip);
    this.failures.attempted(name, request.ip);
    const account = await this.accounts.authenticate(name, password);
    if (!account) throw new Problem('LOGIN_FAILED');
    this.failures.succeeded(name, request.ip);
    // The id changes at login: one that was planted before is worth nothing after.
    this.end(request);
    this.cookie.set(reply, this.sessions.open(account.login));
    return viewOf({ ...account, id: account.actorId });
  }

  @Get()
  @Action('session.read')
  me(@CurrentActor() caller: Caller): SessionView {
    return viewOf(caller);
  }

  @Delete()
  @HttpCode(204)
  @Action('session.end')
  logout(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): void {
    this.end(request);
    this.cookie.clear(reply);
  }

  private requirePatience(login: string, address: string): void {
    const seconds = Math.ceil(this.failures.wait(login, address) / 1_000);
    if (seconds > 0) throw new Problem('LOGIN_DELAYED', { seconds }, { headers: { 'retry-after': String(seconds) } });
  }

  private end(request: FastifyRequest): void {
    const id = this.cookie.read(request);
    if (id !== undefined) this.sessions.close(id);
  }
}
