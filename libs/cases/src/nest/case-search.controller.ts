import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IsString, Length } from 'class-validator';
import { Action } from '#access/nest';
import { CurrentActor, PageQuery, type Caller } from '#http';
import { CaseSearch } from './case-search.query.js';

const LONGEST_QUERY = 100;

class SearchQuery extends PageQuery {
  /** A word of the text, a name or its initials, a phone, a village's code, an id or a number of a case. */
  @IsString()
  @Length(1, LONGEST_QUERY)
  q!: string;
}

@ApiTags('cases')
@Controller('api/search')
export class CaseSearchController {
  constructor(private readonly search: CaseSearch) {}

  @Get()
  @Action('case.list')
  find(@Query() { q, limit, cursor }: SearchQuery, @CurrentActor() caller: Caller) {
    return this.search.find(q, caller, limit, cursor);
  }
}
