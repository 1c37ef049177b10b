import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { APP_FILTER, APP_PIPE, DiscoveryModule, HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { ProblemFilter } from './problem-filter.js';
import { tellRevision } from './revision.js';
import { RouteTable } from './route-table.js';
import { validationPipe } from './validation.js';

/** Problem details, validation and ETags for every controller of the app. */
@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [
    RouteTable,
    { provide: APP_FILTER, useClass: ProblemFilter },
    { provide: APP_PIPE, useFactory: validationPipe },
  ],
  exports: [RouteTable],
})
export class HttpModule implements OnModuleInit {
  constructor(private readonly host: HttpAdapterHost) {}

  onModuleInit(): void {
    const { httpAdapter } = this.host;
    // a context without HTTP (a bench, a tool) answers nobody
    if (httpAdapter) httpAdapter.getInstance<FastifyInstance>().addHook('preSerialization', tellRevision);
  }
}
