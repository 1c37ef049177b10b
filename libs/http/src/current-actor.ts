import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '#kernel';
import { Problem } from './problem.js';

/** Who sends a request: the actor, and his organisational unit where he has one (`T01-STABILITY_MEDIATION`). */
export interface Caller extends Actor {
  readonly unit?: string;
}

const callers = new WeakMap<FastifyRequest, Caller>();
const stillIn = new WeakMap<FastifyRequest, () => boolean>();

/**
 * Called once per request, by the guard that knows the session.
 * @param alive whether the session still is; asking does not keep it alive
 */
export const identify = (request: FastifyRequest, caller: Caller, alive: () => boolean): void => {
  callers.set(request, caller);
  stillIn.set(request, alive);
};

/** For an answer that goes on for long: whether the caller's session is still alive. */
export const isStillIn = (request: FastifyRequest): boolean => stillIn.get(request)?.() ?? true;

/** @throws Problem `NOT_LOGGED_IN` */
export const callerOf = (request: FastifyRequest): Caller => {
  const caller = callers.get(request);
  if (!caller) throw new Problem('NOT_LOGGED_IN');
  return caller;
};

/** The caller of the request: `read(@CurrentActor() actor: Caller)`. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext) =>
  callerOf(context.switchToHttp().getRequest<FastifyRequest>()),
);
