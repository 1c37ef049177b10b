import { Module } from '@nestjs/common';
import { CatalogueController } from './catalogue.controller.js';

/** The policy as pages read it. */
@Module({ controllers: [CatalogueController] })
export class CatalogueModule {}
