import type { FastifyRequest } from 'fastify';
import { idsWithin } from '#event-store';
import { Problem } from './problem.js';

const commandId = idsWithin('b7f0c9a2-51c4-5e0b-8f5e-2b8d4a1f7c63');

/** The key made when the form opened. @throws Problem `IDEMPOTENCY_KEY_MISSING`, `IDEMPOTENCY_KEY_INVALID` */
export const idempotencyKeyOf = (request: FastifyRequest): string => {
  const key = request.headers['idempotency-key'];
  if (key === undefined || key === '') throw new Problem('IDEMPOTENCY_KEY_MISSING');
  if (typeof key !== 'string' || !/^[\w-]{16,128}$/.test(key)) throw new Problem('IDEMPOTENCY_KEY_INVALID');
  return key;
};

/** The same for every retry of one actor; another actor with the same key has another command. */
export const commandIdOf = (actorId: string, key: string): string => commandId(JSON.stringify([actorId, key]));
