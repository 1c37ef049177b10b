import { Module, type DynamicModule, type ModuleMetadata } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { AccessModule, type AccessOptions } from '#access/nest';
import { CalendarsModule } from '#calendars/nest';
import { CadresModule } from '#cadres/nest';
import { CasesModule } from '#cases/nest';
import { DashboardsModule } from '#dashboards/nest';
import { DutyModule } from '#duty/nest';
import { HttpModule } from '#http';
import { MediationsModule } from '#mediation/nest';
import { NotificationsModule } from '#notifications/nest';
import { OversightModule } from '#oversight/nest';
import { TrainingModule } from '#training/nest';
import { ReviewsModule } from '#reviews/nest';
import { TownshipModule } from '#township/nest';
import { CatalogueModule } from './catalogue/catalogue.module.js';
import { HealthController } from './health/health.controller.js';
import { Readiness } from './health/readiness.js';
import { OpenTasksModule } from './open-tasks.module.js';
import { StorageModule, type Storage } from './storage.module.js';

export interface ApiOptions {
  readonly storage: Storage;
  readonly access: AccessOptions;
  readonly readiness: Readiness;
  /** What only this app serves beside the contexts. */
  readonly more?: NonNullable<ModuleMetadata['imports']>;
}

/** Every context's controllers and handlers in one app. */
@Module({})
export class ApiModule {
  static of({ storage, access, readiness, more = [] }: ApiOptions): DynamicModule {
    return {
      module: ApiModule,
      imports: [
        CqrsModule.forRoot(),
        StorageModule.of(storage),
        HttpModule,
        AccessModule.at(access),
        CalendarsModule,
        CasesModule,
        MediationsModule,
        ReviewsModule,
        OversightModule,
        TrainingModule,
        CadresModule,
        DutyModule,
        OpenTasksModule,
        TownshipModule,
        DashboardsModule,
        NotificationsModule,
        CatalogueModule,
        ...more,
      ],
      controllers: [HealthController],
      providers: [{ provide: Readiness, useValue: readiness }],
    };
  }
}
