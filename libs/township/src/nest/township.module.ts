import { Module } from '@nestjs/common';
import { OrgUnitsController } from './org-units.controller.js';

/** The org tree over HTTP. Read models come from the app. */
@Module({ controllers: [OrgUnitsController] })
export class TownshipModule {}
