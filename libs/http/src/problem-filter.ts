import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DuplicateEvent, EventStoreUnavailable, NotCanonical, WrongExpectedRevision } from '#event-store';
import { CommandRejected } from '#kernel';
import { languageOf } from './language.js';
import { Problem } from './problem.js';
import { problemDocument } from './problem-document.js';
import { problemText, type TransportCode } from './problems/catalogue.js';
import { RouteTable } from './route-table.js';

const RETRY_AFTER_SECONDS = 2;

const codeOfStatus: Readonly<Record<number, TransportCode>> = {
  400: 'BAD_REQUEST',
  401: 'NOT_LOGGED_IN',
  403: 'NOT_ALLOWED',
  404: 'NOT_FOUND',
  405: 'METHOD_NOT_ALLOWED',
  412: 'REVISION_CHANGED',
  413: 'BODY_TOO_LARGE',
  415: 'MEDIA_TYPE_UNSUPPORTED',
  428: 'IF_MATCH_MISSING',
  429: 'TOO_MANY_REQUESTS',
  503: 'UNAVAILABLE',
};

/** Turns whatever was thrown into problem details (RFC 9457). Nothing of an unexpected error is told but its number. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  readonly #logger = new Logger('Http');

  constructor(private readonly routes: RouteTable) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const problem = this.#problem(error, request);
    const { status } = problemText(problem.code);
    if (status >= 500) this.#report(error, problem.code, request);
    // A stream that has begun cannot change its status any more: it ends, and its reader connects again.
    if (reply.raw.headersSent) {
      reply.raw.end();
      return;
    }
    const language = languageOf(request.headers['accept-language']);
    const errors = problem instanceof Problem ? problem.more.errors : undefined;
    void reply
      .status(status)
      .headers(problem instanceof Problem ? { ...problem.more.headers } : {})
      .header('content-language', language)
      .header('cache-control', 'no-store')
      .type('application/problem+json; charset=utf-8')
      .send(
        JSON.stringify(
          problemDocument(
            { code: problem.code, detail: problem.detail, requestId: request.id, ...(errors && { errors }) },
            language,
          ),
        ),
      );
  }

  #problem(error: unknown, request: FastifyRequest): Problem | CommandRejected {
    if (error instanceof Problem || error instanceof CommandRejected) return error;
    if (error instanceof WrongExpectedRevision || error instanceof DuplicateEvent)
      return new Problem('CONCURRENT_CHANGES');
    if (error instanceof EventStoreUnavailable) return unavailable(RETRY_AFTER_SECONDS, error);
    if (error instanceof NotCanonical) return new Problem('TEXT_NOT_UNICODE');
    const { statusCode, retryAfterSeconds, name, fault, message } = (error ?? {}) as Foreign;
    if (typeof retryAfterSeconds === 'number') return unavailable(retryAfterSeconds, error);
    if (name === 'SealBroken') return new Problem(fault === 'ERASED' ? 'CONTENT_ERASED' : 'CONTENT_UNREADABLE');
    // Only a body nested thousands of levels deep exhausts the stack.
    if (name === 'RangeError' && message?.includes('call stack')) return new Problem('BODY_TOO_DEEP');
    const status = error instanceof HttpException ? error.getStatus() : statusCode;
    if (status === 404) return this.#notFound(request);
    // The parser answers 400 for a body that is no JSON, or one that tries to reach a prototype.
    if (status === 400 && request.body === undefined && request.headers['content-type'])
      return new Problem('MALFORMED_BODY');
    return new Problem((status !== undefined && codeOfStatus[status]) || 'INTERNAL');
  }

  #notFound(request: FastifyRequest): Problem {
    const allow = this.routes.methodsAt(request.url);
    if (allow.length === 0) return new Problem('NO_SUCH_ROUTE');
    // The address is known: either the method is wrong, or its handler found nothing.
    if (allow.includes(request.method)) return new Problem('NOT_FOUND');
    return new Problem('METHOD_NOT_ALLOWED', { allow }, { headers: { allow: allow.join(', ') } });
  }

  /** Message and stack of our own code; never the body, the query or the headers of the request. */
  #report(error: unknown, code: string, request: FastifyRequest): void {
    const pattern = request.routeOptions?.url ?? 'unknown route';
    const { message, stack } = error as Partial<Error>;
    this.#logger.error(`${code} ${request.id} ${request.method} ${pattern}: ${message ?? typeof error}`, stack);
  }
}

/** What errors of Fastify and of other libraries may carry. */
interface Foreign {
  readonly statusCode?: number;
  readonly retryAfterSeconds?: number;
  readonly name?: string;
  readonly fault?: string;
  readonly message?: string;
}

const unavailable = (seconds: number, cause: unknown): Problem =>
  new Problem('UNAVAILABLE', {}, { headers: { 'retry-after': String(seconds) }, cause });
