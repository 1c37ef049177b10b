import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { SupervisionOrderHandler } from './supervision-order.handler.js';

/** Orders of supervision that follow from E3. */
@Module({ imports: [CqrsModule], providers: [SupervisionOrderHandler], exports: [SupervisionOrderHandler] })
export class OversightModule {}
