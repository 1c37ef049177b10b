import { Body, Controller, Get, Headers, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Action } from '#access/nest';
import { Problem } from '#http';
import { reject, type Instant } from '#kernel';
import { fromIso } from '#working-time';
import type { RehearsalState } from './rehearsal.answers.js';
import { MoveClockBody } from './rehearsal.requests.js';
import { RehearsalToken } from './rehearsal-token.js';
import { Rehearsal } from './rehearsal.js';

/**
 * Only at a station with a virtual clock. Each request shows the token of the data folder (`rehearsal.token`) in the
 * header `x-minqing-rehearsal`. Sessions end by the same clock: log in again after a move.
 */
@ApiTags('rehearsal')
@Controller('api/rehearsal')
@Action('clock.move')
export class RehearsalController {
  constructor(
    private readonly rehearsal: Rehearsal,
    private readonly token: RehearsalToken,
  ) {}

  /** How far everything has come, and which processes wait for what. */
  @Get('state')
  state(@Headers('x-minqing-rehearsal') shown: string | undefined): Promise<RehearsalState> {
    this.#require(shown);
    return this.rehearsal.state();
  }

  /** Moves the clock in lock-step with the workflows; answers when all is quiet there. */
  @Post('clock')
  @HttpCode(200)
  move(
    @Headers('x-minqing-rehearsal') shown: string | undefined,
    @Body() { to, before = false }: MoveClockBody,
  ): Promise<RehearsalState> {
    this.#require(shown);
    return this.rehearsal.moveTo(instantOf(to), { before });
  }

  /** Ends the rehearsal: from now on the clock goes by itself, for good. */
  @Post('release')
  @HttpCode(200)
  release(@Headers('x-minqing-rehearsal') shown: string | undefined): Promise<RehearsalState> {
    this.#require(shown);
    return this.rehearsal.release();
  }

  #require(shown: string | undefined): void {
    if (!this.token.is(shown)) throw new Problem('NOT_ALLOWED');
  }
}

const instantOf = (text: string): Instant => {
  try {
    return fromIso(text);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return reject('INSTANT_INVALID', { field: 'to', text });
  }
};
