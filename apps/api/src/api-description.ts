import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;
type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;
type Schema = Exclude<Schemas[string], { readonly $ref: string }>;
type Refusal = Exclude<NonNullable<Operation['responses'][string]>, { readonly $ref: string }>;

const text = (description: string): Schema => ({ type: 'string', description });
const bothLanguages: Schema = { type: 'object', properties: { zh: { type: 'string' }, en: { type: 'string' } } };

/** RFC 9457; the same for every refusal. */
const PROBLEM: Schema = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'titles'],
  properties: {
    type: text('urn:minqing:problem:CODE'),
    title: text('In the language of the request'),
    status: { type: 'integer' },
    detail: { type: 'string' },
    instance: text('Number of the request, for those who look for it in the log'),
    code: text('Stable; what programs go by'),
    whatToDo: { type: 'string' },
    field: text('The field at fault, where it is one'),
    titles: bothLanguages,
    details: bothLanguages,
    advice: bothLanguages,
    errors: { type: 'array', items: { type: 'object' } },
  },
};

const REFUSALS: Readonly<Record<string, string>> = {
  400: 'The request cannot be read, a field or the Idempotency-Key is missing',
  401: 'Not logged in',
  403: 'Not allowed',
  404: 'Not there, or not for this person',
  409: 'The command does not fit the stage',
  412: 'Somebody else was faster',
  422: 'A rule of the domain refuses it',
  428: 'If-Match is missing',
  429: 'Too many tries',
  503: 'Cannot answer just now; may be sent again with the same key',
};

const refusal = (description: string): Refusal => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});

const COMMANDS = ['post', 'put', 'delete'] as const;

/** What every command must carry; only what exists already has a revision to name. */
const describeCommand = (operation: Operation, path: string): void => {
  const header = (name: string, required: boolean, description: string) => ({
    in: 'header' as const,
    name,
    required,
    description,
    schema: { type: 'string' as const },
  });
  (operation.parameters ??= []).push(
    header('Idempotency-Key', true, 'Made when the form opens: 16 to 128 letters, digits, - and _'),
    ...(path.includes('{') ? [header('If-Match', true, 'The ETag that was read: "12"')] : []),
  );
};

const isCommand = (path: string): boolean => path.startsWith('/api/') && path !== '/api/session';

/** Headers and refusals that hold for every route are described once, here. */
const completed = (document: OpenAPIObject): OpenAPIObject => {
  ((document.components ??= {}).schemas ??= {})['Problem'] = PROBLEM;
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of ['get', ...COMMANDS] as const) {
      const operation = item[method];
      if (!operation) continue;
      if (method !== 'get' && isCommand(path)) describeCommand(operation, path);
      for (const [status, description] of Object.entries(REFUSALS))
        operation.responses[status] ??= refusal(description);
    }
  }
  return document;
};

/** The OpenAPI document at `/api/docs-json`, and a page to read it at `/api/docs`. */
export const describeApi = (app: NestFastifyApplication): void => {
  const about = new DocumentBuilder()
    .setTitle('Minqing 民情')
    .setDescription('Commands need `Idempotency-Key`, and `If-Match` where the aggregate exists. Errors are RFC 9457.')
    .setVersion('0.1.0')
    .addCookieAuth('minqing')
    .build();
  SwaggerModule.setup('api/docs', app, () => completed(SwaggerModule.createDocument(app, about)), {
    jsonDocumentUrl: 'api/docs-json',
    yamlDocumentUrl: 'api/docs-yaml',
  });
};
