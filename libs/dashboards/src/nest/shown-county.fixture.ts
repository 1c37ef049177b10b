import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cadreDirectory } from '#cadres/read';
import { caseBoard } from '#cases/read';
import { IdentityVault } from '#identity-vault';
import type { AnyEvent, Instant } from '#kernel';
import { VirtualClock } from '#platform';
import { ReadModels, type Projection } from '#projections';
import { DeliveredHistory } from '#testing';
import { countyFigures } from '../read/county-figures.projection.js';

const SHOWN: readonly Projection[] = [caseBoard, cadreDirectory, countyFigures];

/** What was written of a county, as boards and figures read it at one moment. */
export class ShownCounty {
  private constructor(
    readonly models: ReadModels,
    readonly clock: VirtualClock,
    readonly vault: IdentityVault,
    private readonly folder: string,
  ) {}

  static async at(now: Instant, histories: Readonly<Record<string, readonly AnyEvent[]>>): Promise<ShownCounty> {
    const folder = mkdtempSync(join(tmpdir(), 'minqing-shown-'));
    const clock = new VirtualClock(now);
    const vault = new IdentityVault({ database: join(folder, 'vault.db'), keys: join(folder, 'keys') }, clock);
    const history = new DeliveredHistory();
    const anna = await vault.storePerson('anna', { name: '陈某0001' });
    history.write({ stream: 'cadre-anna' }, cadreRegistered('anna', anna, now));
    for (const [stream, events] of Object.entries(histories)) history.write({ stream }, ...events);
    const models = await ReadModels.open(':memory:');
    for (const projection of SHOWN) await history.projectInto(models, projection, 1_000);
    return new ShownCounty(models, clock, vault, folder);
  }

  async close(): Promise<void> {
    await this.models.close();
    this.vault.close();
    rmSync(this.folder, { recursive: true });
  }
}

const cadreRegistered = (cadreId: string, personRef: string, occurredAt: Instant): AnyEvent => ({
  type: 'CadreRegistered',
  occurredAt,
  data: {
    ...{ cadreId, personRef, kind: 'CADRE', roles: ['RESIDENT_INSTRUCTOR'] },
    ...{ unitId: 'T01-RURAL_GUIDANCE', unitPath: '/county/T01/T01-RURAL_GUIDANCE' },
  },
});
