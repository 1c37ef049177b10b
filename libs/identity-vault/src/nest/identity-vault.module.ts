import { type DynamicModule, Global, Module, type OnApplicationShutdown } from '@nestjs/common';
import { RequestHasher } from '#http';
import { IdentityVault, type VaultOptions } from '#identity-vault';
import { Clock } from '#platform';

/** The vault for every context of the app, and its key for hashing requests. Expects `Clock` in the app. */
@Global()
@Module({})
export class IdentityVaultModule implements OnApplicationShutdown {
  constructor(private readonly vault: IdentityVault) {}

  static at(options: VaultOptions): DynamicModule {
    return {
      module: IdentityVaultModule,
      providers: [
        {
          provide: IdentityVault,
          useFactory: (clock: Clock) => new IdentityVault(options, clock),
          inject: [Clock],
        },
        { provide: RequestHasher, useExisting: IdentityVault },
      ],
      exports: [IdentityVault, RequestHasher],
    };
  }

  onApplicationShutdown(): void {
    this.vault.close();
  }
}
