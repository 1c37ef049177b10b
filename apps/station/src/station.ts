import { asCannotStart } from './cannot-start.js';
import { Closings } from './closings.js';
import { DataFolder } from './data-folder.js';
import { requireSurroundings } from './required.js';
import type { StationEnvironment } from './station-environment.js';
import type { StationOptions } from './station-options.js';
import { freeTemporalPort, startTemporal, type RunningTemporal } from './temporal.js';

/** Everything a township needs in one program: api, projections, reactions, bridge, worker and the Temporal server. */
export class Station {
  readonly address: string;
  /** Passwords by login, where this is a demo. */
  accounts: Readonly<Record<string, string>> = {};
  readonly #closings = new Closings();
  readonly #givenUp = new AbortController();
  #temporal: RunningTemporal | undefined;
  #started: Promise<void> = Promise.resolve();

  constructor(
    private readonly options: StationOptions,
    private readonly environment: StationEnvironment,
    private readonly say: (line: string) => void,
  ) {
    const { tls, host, port } = options;
    this.address = `${tls ? 'https' : 'http'}://${host.includes(':') ? `[${host}]` : host}:${port}`;
  }

  /** Which Temporal server it uses, in one line. */
  get temporal(): string {
    return this.#temporal?.said ?? '';
  }

  /** @throws CannotStart with one sentence that says what to do; everything opened is closed again */
  async start(): Promise<void> {
    this.#started = this.#open();
    try {
      await this.#started;
    } catch (error) {
      await this.#closings.closeAll();
      throw asCannotStart(error, this.options);
    }
  }

  /** Also while it is still starting. `Closings` has the order. */
  async stop(): Promise<void> {
    this.#givenUp.abort();
    await this.#started.catch(() => undefined); // told by `start`
    await this.#closings.closeAll();
  }

  /** Leaves at once and lets nothing run on; the files are made for that. */
  abandon(): void {
    this.#temporal?.kill();
  }

  async #open(): Promise<void> {
    const { options, environment, say } = this;
    await requireSurroundings(options, environment);
    const folder = DataFolder.open(options.data, options.virtualFrom === undefined ? 'real' : 'virtual');
    this.#closings.add('folder', folder.lock());
    const temporalPort = environment.temporalAddress ? undefined : await freeTemporalPort(options, folder, say);
    const temporal = this.#startTemporal(folder, temporalPort);
    temporal.catch((error: unknown) => this.#givenUp.abort(error));
    // Loaded while the server starts: it is most of what a start costs.
    const furnished = import('./furnish.js').then(({ furnish }) =>
      furnish({ options, environment, folder, say, temporal, closings: this.#closings, givenUp: this.#givenUp }),
    );
    this.accounts = await furnished;
  }

  async #startTemporal(folder: DataFolder, port: number | undefined): Promise<RunningTemporal> {
    const temporal = await startTemporal(this.options, this.environment, folder, port, this.say);
    this.#temporal = temporal;
    this.#closings.add('temporal', temporal.stop);
    return temporal;
  }
}
