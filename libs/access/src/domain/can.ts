import { reject } from '#kernel';
import { accessTable } from './access-table.js';
import type { Action } from './actions.js';
import { waysIn } from './relations.js';
import type { Resource, Subject } from './resource.js';
import { isStaff } from './roles.js';
import { inScope, NOTHING, type Scope } from './scope.js';

const isSystem = ({ id, role }: Subject): boolean => id === 'system' && role === 'SYSTEM';

/** Worked out for each actor and action once; an actor is never changed. */
const scopes = new WeakMap<Subject, Map<Action, Scope>>();

/** What an actor may do this with, as plain data: lists turn it into SQL, `can` asks it for one thing. */
export const scopeOf = (action: Action, actor: Subject): Scope => {
  const known = scopes.get(actor) ?? new Map<Action, Scope>();
  scopes.set(actor, known);
  const scope = known.get(action) ?? workOut(action, actor);
  known.set(action, scope);
  return scope;
};

const workOut = (action: Action, actor: Subject): Scope => {
  // Orders of a process act for the log itself; who caused them stands in the causation.
  if (isSystem(actor)) return { anyOf: [{}] };
  const rule = accessTable[action];
  if (rule === 'anyone') return { anyOf: [{}] };
  if (rule === 'staff') return isStaff(actor.role) ? { anyOf: [{}] } : NOTHING;
  if (rule === 'token') return NOTHING;
  const grants = rule.filter(({ roles }) => roles.some((role) => role === actor.role));
  const anyOf = grants.flatMap(({ as, secrecy }) => waysIn(as, actor, secrecy));
  const { id, unit } = actor;
  return { anyOf, neverAsTarget: { id, ...(unit !== undefined && { unit }) } };
};

/**
 * Whether the actor may do this, to this. Denied unless the table says otherwise; without a resource only what needs
 * none is allowed (`docs/domain.md §2.2, §4.5`).
 */
export const can = (action: Action, actor: Subject, resource: Resource = {}): boolean =>
  inScope(scopeOf(action, actor), resource);

/** Whether the role could do this to anything at all: what the guard asks before the thing is known. */
export const mayEver = (action: Action, actor: Subject): boolean => scopeOf(action, actor).anyOf.length > 0;

/** Whether nobody has to be logged in for it: open, or guarded by a token that its route asks for. */
export const isOpenToAnyone = (action: Action): boolean =>
  accessTable[action] === 'anyone' || accessTable[action] === 'token';

/**
 * @throws CommandRejected `NOT_FOUND` where the actor may not even see it, `NOT_ALLOWED` where he may see but not act.
 * @param seeing the action that reads such a thing
 */
export const requireMay = (action: Action, actor: Subject, resource: Resource, seeing: Action = 'case.read'): void => {
  if (can(action, actor, resource)) return;
  reject(can(seeing, actor, resource) ? 'NOT_ALLOWED' : 'NOT_FOUND');
};
