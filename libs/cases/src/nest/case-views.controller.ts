import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { Action } from '#access/nest';
import { CurrentActor, PageQuery, revised, type Caller } from '#http';
import { CaseAssignments } from './case-assignments.query.js';
import { CaseClocks } from './case-clocks.query.js';
import { CASE_VIEWS, CaseList, type CaseView } from './case-list.query.js';
import { CasePage } from './case-page.query.js';

class CaseListQuery extends PageQuery {
  @IsIn(CASE_VIEWS)
  view: CaseView = 'open';
}

class WhyQuery {
  /** A cadre of whom it is to be said why not he. */
  @IsOptional()
  @IsString()
  @MaxLength(64)
  cadre?: string;
}

/** What people see of cases. */
@ApiTags('cases')
@Controller('api/cases')
export class CaseViewsController {
  constructor(
    private readonly cases: CaseList,
    private readonly page: CasePage,
    private readonly clocks: CaseClocks,
    private readonly assignments: CaseAssignments,
  ) {}

  @Get()
  @Action('case.list')
  list(@Query() { view, limit, cursor }: CaseListQuery, @CurrentActor() caller: Caller) {
    return this.cases.list(view, caller, limit, cursor);
  }

  @Get(':caseId')
  @Action('case.read')
  async read(@Param('caseId') caseId: string, @CurrentActor() caller: Caller) {
    const page = await this.page.read(caseId, caller);
    return revised(page, page);
  }

  /** Every time limit the case has had, with what moved it, and in whose hands it was for how long. */
  @Get(':caseId/clocks')
  @Action('case.read')
  ledger(@Param('caseId') caseId: string, @CurrentActor() caller: Caller) {
    return this.clocks.read(caseId, caller);
  }

  /** Why whoever has, or had, the case got it: everybody considered, the best with their points, the rule that refused the others. */
  @Get(':caseId/assignments')
  @Action('case.read')
  why(@Param('caseId') caseId: string, @Query() { cadre }: WhyQuery, @CurrentActor() caller: Caller) {
    return this.assignments.read(caseId, caller, cadre);
  }
}
