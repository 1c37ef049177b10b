/**
 * Who may import whom. Each rule is an allow-list: what is not named is forbidden, be it a file of this tree, an npm package
 * or a module of Node. `test/architecture/fixture` holds at least one forbidden import for every rule.
 */
const TESTS = '\\.(spec|fixture)\\.ts$|/testing/';
const KERNEL = '^libs/kernel/src/index\\.ts$';
const WORKING_TIME = '^libs/working-time/src/index\\.ts$';
const POLICY = '^libs/policy/src/index\\.ts$';
const ANY_DOMAIN = '^libs/[^/]+/src/domain/index\\.ts$';
const ANY_READ = '^libs/[^/]+/src/read/index\\.ts$';
const PURE = [KERNEL, WORKING_TIME, POLICY];
const LIBRARIES = [
  ...['kernel', 'working-time', 'policy', 'event-store', 'projections', 'process', 'http', 'platform', 'testing'],
  ...['simulation', 'demo-county', 'identity-vault', 'notifications'],
];
const library = (...names) => `^libs/(${names.join('|')})/src/index\\.ts$`;
const npm = (...names) => `(^|/)node_modules/(${names.join('|')})/`;
const NEST = npm(
  '@nestjs/[^/]+',
  '@fastify/[^/]+',
  'fastify',
  'class-validator',
  'class-transformer',
  'reflect-metadata',
  'rxjs',
);

/** @param from a folder as a regular expression, whose first group may stand as `$1` in `mayImport`. */
const zone = (name, comment, from, mayImport, { core = false } = {}) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, pathNot: TESTS },
  to: { pathNot: mayImport, ...(core && { dependencyTypesNot: ['core'] }) },
});

export default {
  forbidden: [
    zone('kernel-imports-nothing', 'The kernel stands alone.', '^libs/kernel/', ['^libs/kernel/']),
    zone('working-time-is-pure', 'Working time knows the kernel only.', '^libs/working-time/', [
      '^libs/working-time/',
      KERNEL,
    ]),
    zone('policy-is-pure', 'Policies are data: kernel and working time, nothing else.', '^libs/policy/', [
      '^libs/policy/',
      KERNEL,
      WORKING_TIME,
    ]),
    zone(
      'domain-is-pure',
      'A domain decides from plain data; no other context, no npm package, no Node.',
      '^libs/([^/]+)/src/domain/',
      ['^libs/$1/src/domain/', ...PURE],
    ),
    zone(
      'demo-county-is-pure',
      'The demo county is generated from its seed alone and speaks the commands of the domains.',
      '^libs/demo-county/',
      ['^libs/demo-county/', ...PURE, ANY_DOMAIN],
    ),
    zone(
      'simulation-is-pure',
      'The simulator hosts deciders and process managers on a virtual clock, nothing else.',
      '^libs/simulation/',
      ['^libs/simulation/', ...PURE, ANY_DOMAIN],
    ),
    zone(
      'read-knows-events',
      'Read models know the events of any context, the projection runtime and its queries.',
      '^libs/([^/]+)/src/read/',
      ['^libs/$1/src/read/', ANY_DOMAIN, ...PURE, library('projections'), npm('kysely')],
    ),
    zone(
      'nest-serves-its-own-context',
      'Contexts never call each other: facts travel as events, orders as commands. Access and calendar are asked by all.',
      '^libs/(?!(?:access|dashboards)/)([^/]+)/src/nest/',
      [
        '^libs/$1/src/',
        ...PURE,
        library('event-store', 'projections', 'identity-vault', 'http', 'platform'),
        '^libs/(access|calendars)/src/(domain|nest)/index\\.ts$',
        NEST,
        npm('kysely', 'uuid'),
      ],
      { core: true },
    ),
    zone(
      'dashboards-only-read',
      'Dashboards show side by side what several contexts read; they command none.',
      '^libs/dashboards/src/nest/',
      [
        '^libs/dashboards/src/',
        ...PURE,
        ANY_READ,
        library('event-store', 'projections', 'identity-vault', 'http', 'platform', 'notifications'),
        '^libs/notifications/src/domain/index\\.ts$',
        '^libs/access/src/(domain|nest)/index\\.ts$',
        NEST,
        npm('kysely'),
      ],
      { core: true },
    ),
    zone(
      'access-keeps-its-own-file',
      'Accounts and sessions lie in a file of their own and depend on no other context.',
      '^libs/access/src/nest/',
      [
        '^libs/access/src/',
        ...PURE,
        library('http', 'platform'),
        NEST,
        npm('@node-rs/argon2', '@photostructure/sqlite', 'uuid'),
      ],
      { core: true },
    ),
    zone(
      'event-store-is-a-port',
      'The log knows the kernel, and no context.',
      '^libs/event-store/',
      ['^libs/event-store/', KERNEL, npm('@photostructure/sqlite', 'safe-stable-stringify', 'uuid')],
      { core: true },
    ),
    zone(
      'projections-run-any-read-model',
      'The projection runtime knows the log and Kysely, and no context.',
      '^libs/projections/',
      ['^libs/projections/', KERNEL, library('event-store', 'platform'), npm('@photostructure/sqlite', 'kysely')],
      { core: true },
    ),
    zone(
      'identity-vault-keeps-secrets',
      'The vault knows no context; nothing it keeps can leave through one.',
      '^libs/identity-vault/src/(?!nest/)',
      ['^libs/identity-vault/', KERNEL, library('platform'), npm('@photostructure/sqlite', 'uuid')],
      { core: true },
    ),
    zone(
      'notifications-keep-their-own-file',
      'The outbox knows the log, the vault and its own rules; no context is asked.',
      '^libs/notifications/src/(?!(domain|read|nest)/)',
      [
        '^libs/notifications/src/',
        ...PURE,
        ANY_DOMAIN,
        library('event-store', 'identity-vault', 'platform'),
        npm('@photostructure/sqlite', 'nodemailer'),
      ],
      { core: true },
    ),
    zone(
      'http-serves-every-context',
      'What all controllers share knows no context.',
      '^libs/http/',
      ['^libs/http/', ...PURE, library('event-store', 'platform'), NEST, npm('uuid')],
      { core: true },
    ),
    zone(
      'platform-knows-no-domain',
      'Clock, configuration, log lines and the Temporal server know the kernel only.',
      '^libs/platform/',
      ['^libs/platform/', KERNEL, NEST, npm('@temporalio/[^/]+', '@photostructure/sqlite', 'pino', 'uuid')],
      { core: true },
    ),
    zone(
      'process-joins-log-and-workflows',
      'The bridge knows the domains, the log and the contracts of workflows, never their code.',
      '^libs/process/',
      [
        '^libs/process/',
        ...PURE,
        ANY_DOMAIN,
        library('event-store', 'platform'),
        '^workflows/src/[^/]+/[^/]+\\.contract\\.ts$',
        npm('@temporalio/[^/]+', '@photostructure/sqlite', 'long'),
      ],
      { core: true },
    ),
    zone('workflows-are-thin-hosts', 'A workflow waits; what it waits for is decided elsewhere.', '^workflows/', [
      '^workflows/',
      KERNEL,
      ANY_DOMAIN,
      npm('@temporalio/workflow', '@temporalio/common'),
    ]),
    zone(
      'a-new-library-gets-its-row',
      'A library that no rule above names may import nothing yet.',
      `^libs/(?!(${LIBRARIES.join('|')})/)([^/]+)/src/(?!(domain|read|nest)/)`,
      ['^libs/$2/'],
    ),
    {
      name: 'workflows-take-types-of-domains',
      comment: 'No rule of a domain runs inside a workflow: only its types.',
      severity: 'error',
      from: { path: '^workflows/', pathNot: TESTS },
      to: { path: '^libs/[^/]+/src/domain/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'nobody-imports-apps',
      comment: 'Apps put everything together; only benches and tests of the whole take what they put together.',
      severity: 'error',
      from: { pathNot: '^(apps|bench|test)/' },
      to: { path: '^apps/' },
    },
    {
      name: 'nobody-imports-benches',
      comment: 'Benches are programs.',
      severity: 'error',
      from: { pathNot: '^bench/' },
      to: { path: '^bench/' },
    },
    zone('web-speaks-http', 'The pages know the product through its HTTP interface only.', '^apps/web/src/', [
      '^apps/web/',
      '(^|/)node_modules/',
      '\\.css$',
    ]),
    zone(
      'faults-share-no-code',
      'Who looks for lost cases reads the files with a program of its own.',
      '^test/faults/',
      ['^test/faults/', npm('@photostructure/sqlite', '@jest/globals')],
      { core: true },
    ),
    {
      name: 'products-import-no-tests',
      comment: 'Specs, fixtures and test helpers never reach a running program.',
      severity: 'error',
      from: { path: '^(libs|apps|workflows)/', pathNot: `${TESTS}|^libs/testing/` },
      to: { path: ['\\.(spec|fixture)\\.ts$', '^libs/[^/]+/src/testing/', '^libs/testing/', '^test/'] },
    },
    {
      name: 'enter-by-the-door',
      comment: 'From outside a library is entered by its index.ts, or that of its domain, read or nest.',
      severity: 'error',
      from: { path: '^(libs/[^/]+|workflows|apps)/', pathNot: TESTS },
      to: { path: '^libs/', pathNot: ['^$1/', '^libs/[^/]+/src/((domain|read|nest)/)?index\\.ts$'] },
    },
    {
      name: 'not-through-its-own-door',
      comment: 'Inside a zone files name each other; the index is for others.',
      severity: 'error',
      from: { path: '^(libs/[^/]+/src/(?:(?:domain|read|nest)/)?)', pathNot: TESTS },
      to: { path: '^$1index\\.ts$' },
    },
    {
      name: 'no-cycles',
      comment: 'What needs each other is one thing, or is cut wrongly.',
      severity: 'error',
      from: { pathNot: TESTS },
      to: { circular: true },
    },
    {
      name: 'every-import-resolves',
      comment: 'A name that leads nowhere would escape every other rule.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    doNotFollow: { path: '(^|/)node_modules/' },
    exclude: { path: '^dist/|^apps/web/(dist/|src/generated/)|^test/architecture/fixture/' },
    enhancedResolveOptions: {
      conditionNames: ['minqing-source', 'import', 'node', 'default', 'types'],
      exportsFields: ['exports'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
