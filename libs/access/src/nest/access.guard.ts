import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { isOpenToAnyone, mayEver, type Subject } from '#access/domain';
import { identify, Problem } from '#http';
import type { Account } from './accounts.js';
import { actionOf } from './action.js';
import { requireSameOrigin } from './same-origin.js';
import { SessionCookie } from './session-cookie.js';
import { Sessions } from './sessions.js';

/**
 * The one guard before every route: the route has an action, the request is no foreign page's, the session is alive,
 * and the role could do this to something. Whether to this thing, the handler asks when it has read it (`requireMay`).
 */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly sessions: Sessions,
    private readonly cookie: SessionCookie,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const action = actionOf(context.getHandler(), context.getClass());
    if (action === undefined) throw new Problem('NOT_ALLOWED');
    requireSameOrigin(request);
    const id = this.cookie.read(request);
    const account = id === undefined ? undefined : this.sessions.find(id);
    const caller = account && callerOf(account);
    if (caller) identify(request, caller, () => this.sessions.isAlive(id ?? ''));
    if (isOpenToAnyone(action)) return true;
    if (!caller) throw new Problem('NOT_LOGGED_IN');
    if (!mayEver(action, caller)) throw new Problem('NOT_ALLOWED');
    return true;
  }
}

const callers = new WeakMap<Account, Subject>();

/** The same caller for the same account: what he may do is worked out once (`scopeOf`). */
const callerOf = (account: Account): Subject => {
  const known = callers.get(account);
  if (known) return known;
  const { actorId, role, path, unit } = account;
  const caller = { id: actorId, role, path, ...(unit !== undefined && { unit }) };
  callers.set(account, caller);
  return caller;
};
