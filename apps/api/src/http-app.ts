import helmet from '@fastify/helmet';
import fastifyStatic from '@fastify/static';
import type { LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { fastify } from 'fastify';
import { readFileSync } from 'node:fs';
import { failpoint, isArmed } from '#platform';
import { describeApi } from './api-description.js';
import { ApiModule, type ApiOptions } from './api.module.js';

export interface HttpOptions extends ApiOptions {
  readonly logger: LoggerService;
  /** False where no page of the API's description is wanted. */
  readonly docs?: boolean;
  /** Folder of the built pages; without it only the API is served. */
  readonly pages?: string;
  readonly tls?: { readonly cert: string; readonly key: string };
}

const BODY_LIMIT = 256 * 1024;

/** The Fastify app with every route, its OpenAPI document and the pages; not listening yet. */
export const createHttpApp = async (options: HttpOptions): Promise<NestFastifyApplication> => {
  const { logger, pages, tls, docs = true } = options;
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    // An open event stream must not hold up the end of the day.
    forceCloseConnections: true,
    ...(tls && { https: { cert: readFileSync(tls.cert), key: readFileSync(tls.key) } }),
  });
  const app = await NestFactory.create<NestFastifyApplication>(ApiModule.of(options), adapter, { logger });
  const headers = await securityHeaders(tls !== undefined);
  adapter.getInstance().addHook('onRequest', (_request, reply, done) => {
    void reply.headers(headers);
    done();
  });
  if (isArmed('before-reply')) passBeforeReply(adapter);
  if (docs) describeApi(app);
  if (pages !== undefined) await servePages(app, pages);
  return app;
};

/** What helmet says is the same for every answer, and it would put it together each time: it is asked once. */
const securityHeaders = async (secure: boolean): Promise<Readonly<Record<string, string>>> => {
  const asked = fastify();
  await asked.register(helmet, {
    contentSecurityPolicy: { directives: contentSecurityPolicy(secure) },
    strictTransportSecurity: secure,
  });
  asked.get('/', async (_request, reply) => reply.code(204).send());
  const { headers } = await asked.inject('/');
  await asked.close();
  const said = Object.entries(headers).filter(([name]) => !OF_ANY_ANSWER.includes(name));
  return Object.fromEntries(said.map(([name, value]) => [name, String(value)]));
};

const OF_ANY_ANSWER: readonly string[] = ['connection', 'content-length', 'content-type', 'date', 'keep-alive'];

/** Commands alone, which are told by their key. */
const passBeforeReply = (adapter: FastifyAdapter): void => {
  adapter.getInstance().addHook('onSend', async ({ headers }, { statusCode }) => {
    if (headers['idempotency-key'] !== undefined && statusCode < 300) failpoint('before-reply');
  });
};

/** Nothing from elsewhere, nothing inline. */
const contentSecurityPolicy = (secure: boolean) => ({
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  manifestSrc: ["'self'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
  upgradeInsecureRequests: secure ? [] : null,
});

/** Files as they are; every other address outside the API is a view of the one page. */
const servePages = async (app: NestFastifyApplication, root: string): Promise<void> => {
  await app.register(fastifyStatic, { root, wildcard: false, index: 'index.html' });
};
