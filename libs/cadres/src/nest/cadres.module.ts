import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { CadreHandler } from './cadre.handler.js';
import { CadreViews } from './cadre-views.js';
import { CadresController } from './cadres.controller.js';

/** Cadres, their postings and certificates. Store, executor, vault, read models and clock come from the app. */
@Module({
  imports: [CqrsModule],
  controllers: [CadresController],
  providers: [CadreHandler, CadreViews],
  exports: [CadreHandler],
})
export class CadresModule {}
