import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { CaseOversightHandler } from './case-oversight.handler.js';
import { OversightController } from './oversight.controller.js';
import { SilentClosures } from './silent-closures.query.js';
import { SupervisionOrderHandler } from './supervision-order.handler.js';

/** Orders of supervision that follow from E3 or from a judgement, and what supervisors look at. */
@Module({
  imports: [CqrsModule],
  controllers: [OversightController],
  providers: [SupervisionOrderHandler, CaseOversightHandler, SilentClosures],
  exports: [SupervisionOrderHandler],
})
export class OversightModule {}
