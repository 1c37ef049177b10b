import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Action } from '#access/nest';
import { CurrentActor, PageQuery, type Caller } from '#http';
import type { CaseNoticesAnswer } from './case-notices.answers.js';
import { CaseNotices } from './case-notices.js';

@ApiTags('cases')
@Controller('api/cases')
export class CaseNoticesController {
  constructor(private readonly notices: CaseNotices) {}

  /** Who was told of a case, by which way, and who has read it; the newest first. */
  @Get(':caseId/notices')
  @Action('case.read')
  list(
    @Param('caseId') caseId: string,
    @Query() { limit, cursor }: PageQuery,
    @CurrentActor() caller: Caller,
  ): Promise<CaseNoticesAnswer> {
    return this.notices.read(caseId, caller, limit, cursor);
  }
}
