import { createParamDecorator, type ExecutionContext, Injectable, type PipeTransform } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { canonicalJson, type CommandEnvelope } from '#event-store';
import { callerOf } from './current-actor.js';
import { commandIdOf, idempotencyKeyOf } from './idempotency-key.js';
import { ifMatchOf } from './revision.js';

/** Keyed hash of a request's canonical text (the identity vault has the key). */
export abstract class RequestHasher {
  abstract requestHash(canonical: string): string;
}

/** Whether the command founds an aggregate, or goes to one that the actor must have read (`If-Match`). */
export type Target = 'new' | 'existing';

interface Arrival {
  readonly request: FastifyRequest;
  readonly target: Target;
}

const arrivalOf = createParamDecorator((target: Target, context: ExecutionContext): Arrival => {
  return { request: context.switchToHttp().getRequest<FastifyRequest>(), target };
});

@Injectable()
export class EnvelopePipe implements PipeTransform<Arrival, CommandEnvelope> {
  constructor(private readonly hasher: RequestHasher) {}

  transform({ request, target }: Arrival): CommandEnvelope {
    const { id, role, path } = callerOf(request);
    const { traceparent } = request.headers;
    return {
      commandId: commandIdOf(id, idempotencyKeyOf(request)),
      requestHash: this.hasher.requestHash(canonicalText(request)),
      actor: { id, role, path },
      ...(typeof traceparent === 'string' && TRACEPARENT.test(traceparent) && { traceparent }),
      ...(target === 'existing' && { ifMatch: ifMatchOf(request) }),
    };
  }
}

/**
 * All that comes with a command from outside: `accept(@Envelope('existing') envelope: CommandEnvelope)`.
 * @throws Problem for a missing or malformed `Idempotency-Key`, or `If-Match` where the target exists.
 */
export const Envelope = (target: Target): ParameterDecorator => arrivalOf(target, EnvelopePipe);

const TRACEPARENT = /^[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/;

/** Two requests that ask for the same thing read the same, whatever the order of their fields. */
const canonicalText = ({ method, url, body }: FastifyRequest): string =>
  `${method} ${url}\n${body === undefined ? '' : canonicalJson(body).text}`;
