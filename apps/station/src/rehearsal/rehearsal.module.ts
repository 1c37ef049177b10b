import { Module, type DynamicModule } from '@nestjs/common';
import { RehearsalController } from './rehearsal.controller.js';
import { RehearsalToken } from './rehearsal-token.js';
import { Rehearsal } from './rehearsal.js';

/** Mounted only where the clock is virtual: elsewhere there are no such routes. */
@Module({})
export class RehearsalModule {
  static of(rehearsal: Rehearsal, token: RehearsalToken): DynamicModule {
    return {
      module: RehearsalModule,
      controllers: [RehearsalController],
      providers: [
        { provide: Rehearsal, useValue: rehearsal },
        { provide: RehearsalToken, useValue: token },
      ],
    };
  }
}
