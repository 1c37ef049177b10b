import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { CommitmentHandler } from './commitment.handler.js';
import { CommitmentsController } from './commitments.controller.js';
import { OrgUnitsController } from './org-units.controller.js';

/** The org tree and what its units promise, over HTTP. Store, executor and read models come from the app. */
@Module({
  imports: [CqrsModule],
  controllers: [OrgUnitsController, CommitmentsController],
  providers: [CommitmentHandler],
})
export class TownshipModule {}
