import { Global, Module, type DynamicModule } from '@nestjs/common';
import { AssignmentLock } from '#cases/nest';
import { CommandExecutor, EventStore } from '#event-store';
import { RequestHasher } from '#http';
import { IdentityVault } from '#identity-vault';
import { Inbox, Outbox } from '#notifications';
import { Clock } from '#platform';
import { ReadModels } from '#projections';

/** What every context expects of the app it runs in: opened once, closed by whoever opened it. */
export interface Storage {
  readonly clock: Clock;
  readonly events: EventStore;
  readonly executor: CommandExecutor;
  readonly vault: IdentityVault;
  readonly readModels: ReadModels;
  readonly outbox: Outbox;
  /** Only where other processes write to the same store. */
  readonly assignmentLock?: AssignmentLock;
}

@Global()
@Module({})
export class StorageModule {
  static of({ clock, events, executor, vault, readModels, outbox, assignmentLock }: Storage): DynamicModule {
    const providers = [
      { provide: Clock, useValue: clock },
      { provide: EventStore, useValue: events },
      { provide: CommandExecutor, useValue: executor },
      { provide: IdentityVault, useValue: vault },
      { provide: RequestHasher, useValue: vault },
      { provide: ReadModels, useValue: readModels },
      { provide: Outbox, useValue: outbox },
      { provide: Inbox, useValue: outbox.inbox },
      ...(assignmentLock ? [{ provide: AssignmentLock, useValue: assignmentLock }] : []),
    ];
    return { module: StorageModule, providers, exports: providers.map(({ provide }) => provide) };
  }
}
