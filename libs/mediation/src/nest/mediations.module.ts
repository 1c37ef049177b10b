import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { FollowUpController } from './follow-up.controller.js';
import { MediationCommands } from './mediation-commands.js';
import { MediationController } from './mediation.controller.js';
import { MediationHandler } from './mediation.handler.js';
import { MediationPage } from './mediation-page.query.js';
import { MediationSurroundings } from './mediation-surroundings.js';
import { MediationViewsController } from './mediation-views.controller.js';

/** Mediations of disputes. Store, executor and vault come from the app. */
@Module({
  imports: [CqrsModule],
  controllers: [MediationController, FollowUpController, MediationViewsController],
  providers: [MediationCommands, MediationHandler, MediationPage, MediationSurroundings],
  exports: [MediationHandler],
})
export class MediationsModule {}
