import type { FastifyRequest, preSerializationHookHandler } from 'fastify';
import { Problem } from './problem.js';

/** The ETag of an aggregate's revision: `"12"`. */
export const etagOf = (revision: number): string => `"${revision}"`;

/**
 * The revision the actor has seen. `*` would let him overwrite what he never saw, a weak tag is no revision.
 * @throws Problem `IF_MATCH_MISSING`, `IF_MATCH_INVALID`
 */
export const ifMatchOf = (request: FastifyRequest): number => {
  const header = request.headers['if-match']?.trim();
  if (!header) throw new Problem('IF_MATCH_MISSING');
  const revision = /^"(0|[1-9]\d{0,14})"$/.exec(header)?.[1];
  if (revision === undefined) throw new Problem('IF_MATCH_INVALID');
  return Number(revision);
};

/** An answer that stands for one revision of an aggregate; sent with its ETag. */
export class Revised<T> {
  constructor(
    readonly revision: number,
    readonly body: T,
    /** The command had been carried out before; this is the answer it got then. */
    readonly repeated: boolean,
  ) {}
}

/** `return revised(executed, body)`: works with what the command executor gives. */
export const revised = <T>(of: { readonly revision: number; readonly repeated?: boolean }, body: T): Revised<T> =>
  new Revised(of.revision, body, of.repeated ?? false);

/** Before an answer is written: what stands for a revision gets its ETag. A hook, for an interceptor costs each request more. */
export const tellRevision: preSerializationHookHandler = (_request, reply, answer, done) => {
  if (!(answer instanceof Revised)) return done(null, answer);
  void reply.header('etag', etagOf(answer.revision));
  if (answer.repeated) void reply.header('idempotency-replayed', 'true');
  done(null, answer.body);
};
