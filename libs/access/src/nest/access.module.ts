import {
  type DynamicModule,
  Global,
  Module,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { RouteTable } from '#http';
import { Clock } from '#platform';
import { AccessFile } from './access-file.js';
import { AccessGuard } from './access.guard.js';
import { Accounts } from './accounts.js';
import { FailedLogins } from './failed-logins.js';
import { type Argon2Cost, Passwords } from './passwords.js';
import { requireActions } from './route-actions.js';
import { SessionController } from './session.controller.js';
import { SessionCookie } from './session-cookie.js';
import { Sessions } from './sessions.js';

export interface AccessOptions {
  /** Path of `access.db`. */
  readonly database: string;
  /** Served over TLS: the cookie is `__Host-` and `Secure`. */
  readonly secure: boolean;
  readonly argon2?: Argon2Cost;
}

/** Accounts, sessions and the guard before every route. Expects `Clock` and `HttpModule` in the app. */
@Global()
@Module({})
export class AccessModule implements OnApplicationBootstrap, OnApplicationShutdown {
  constructor(
    private readonly routes: RouteTable,
    private readonly file: AccessFile,
  ) {}

  static at({ database, secure, argon2 }: AccessOptions): DynamicModule {
    return {
      module: AccessModule,
      controllers: [SessionController],
      providers: [
        { provide: AccessFile, useFactory: () => new AccessFile(database) },
        { provide: Passwords, useFactory: () => new Passwords(argon2) },
        { provide: SessionCookie, useFactory: () => new SessionCookie(secure) },
        {
          provide: Accounts,
          useFactory: (file: AccessFile, passwords: Passwords, clock: Clock) => new Accounts(file, passwords, clock),
          inject: [AccessFile, Passwords, Clock],
        },
        {
          provide: Sessions,
          useFactory: (file: AccessFile, clock: Clock) => new Sessions(file, clock),
          inject: [AccessFile, Clock],
        },
        {
          provide: FailedLogins,
          useFactory: (file: AccessFile, clock: Clock) => new FailedLogins(file, clock),
          inject: [AccessFile, Clock],
        },
        { provide: APP_GUARD, useClass: AccessGuard },
      ],
      exports: [Accounts, Sessions],
    };
  }

  onApplicationBootstrap(): void {
    requireActions(this.routes);
  }

  onApplicationShutdown(): void {
    this.file.close();
  }
}
