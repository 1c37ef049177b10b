import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import { ProblemFilter } from './problem-filter.js';
import { RevisionInterceptor } from './revision.js';
import { RouteTable } from './route-table.js';
import { validationPipe } from './validation.js';

/** Problem details, validation and ETags for every controller of the app. */
@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [
    RouteTable,
    { provide: APP_FILTER, useClass: ProblemFilter },
    { provide: APP_INTERCEPTOR, useClass: RevisionInterceptor },
    { provide: APP_PIPE, useFactory: validationPipe },
  ],
  exports: [RouteTable],
})
export class HttpModule {}
