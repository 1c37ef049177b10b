import { Runtime } from '@temporalio/worker';

/**
 * Runs in a process of its own, so that nothing of the SDK's runtime stays behind: the SDK downloads the server into
 * the folder and starts it once; that is all that is wanted of it.
 */
const [, , folder = '.', version = 'default'] = process.argv;
const runtime = Runtime.instance();
const server = await runtime.createEphemeralServer({
  type: 'dev-server',
  exe: {
    type: 'cached-download',
    downloadDir: folder,
    version: `v${version}`,
    ttl: 0,
    sdkName: 'sdk-typescript',
    sdkVersion: version,
  },
  namespace: 'default',
  ip: '127.0.0.1',
  port: null,
  uiPort: null,
  dbFilename: null,
  ui: false,
  log: { format: 'json', level: 'error' },
  extraArgs: [],
});
await runtime.shutdownEphemeralServer(server);
await runtime.shutdown();
