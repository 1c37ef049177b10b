import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Action } from '#access/nest';
import { CurrentActor, type Caller } from '#http';
import { Figures } from './figures.js';
import type { FiguresAnswer } from './figures.answers.js';
import { FiguresQuery } from './figures.requests.js';

/** Figures of the county and its parts: counts only, never a case. */
@ApiTags('figures')
@Controller('api/figures')
export class FiguresController {
  constructor(private readonly figures: Figures) {}

  /** Of a period, cut by place, type or cadre; each rate with its denominator, the callback coverage beside them. */
  @Get()
  @Action('figures.read')
  read(@Query() query: FiguresQuery, @CurrentActor() caller: Caller): Promise<FiguresAnswer> {
    return this.figures.read(query, caller);
  }
}
