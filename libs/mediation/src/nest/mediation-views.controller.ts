import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Action } from '#access/nest';
import { CurrentActor, revised, type Caller } from '#http';
import { MediationPage } from './mediation-page.query.js';

/** What people see of a mediation. */
@ApiTags('mediations')
@Controller('api/mediations/:mediationId')
export class MediationViewsController {
  constructor(private readonly page: MediationPage) {}

  @Get()
  @Action('mediation.read')
  async read(@Param('mediationId') mediationId: string, @CurrentActor() caller: Caller) {
    const page = await this.page.read(mediationId, caller);
    return revised(page, page);
  }

  @Get('minutes')
  @Action('mediation.read-minutes')
  async minutes(@Param('mediationId') mediationId: string, @CurrentActor() caller: Caller) {
    const minutes = await this.page.minutes(mediationId, caller);
    return revised(minutes, minutes);
  }
}
