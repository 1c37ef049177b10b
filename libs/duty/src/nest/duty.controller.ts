import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { Action } from '#access/nest';
import type { DutyCommand } from '#duty/domain';
import type { CommandEnvelope } from '#event-store';
import { CurrentActor, Envelope, requestedInstant, revised, type Caller, type Revised } from '#http';
import { reject } from '#kernel';
import { daysOfIsoWeek } from '#working-time';
import { CallBody, GapsQuery, PlaceAndWeek, PlaceOfDuty, RosterBody, SwapBody } from './duty-requests.js';
import { DutyViews, type ProposalView, type RosterView, type WeekGaps } from './duty-views.js';
import { CommandForRoster, type RosterExecuted } from './duty.handler.js';

/** @throws CommandRejected `WEEK_UNKNOWN` where the year has no such week */
const requireWeek = (field: string, week: string): void => {
  try {
    daysOfIsoWeek(week);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    reject('WEEK_UNKNOWN', { field, week });
  }
};

/** Who is on call and on site, week by week (`docs/domain.md §2.4`). */
@ApiTags('duty')
@Controller('api/duty/:place')
export class DutyController {
  constructor(
    private readonly bus: CommandBus,
    private readonly views: DutyViews,
  ) {}

  @Get('gaps')
  @Action('duty.read')
  gaps(@Param() { place }: PlaceOfDuty, @Query() { from, weeks }: GapsQuery): Promise<readonly WeekGaps[]> {
    requireWeek('from', from);
    return this.views.gaps(place, from, weeks);
  }

  @Get('weeks/:week')
  @Action('duty.read')
  async week(@Param() { place, week }: PlaceAndWeek): Promise<Revised<RosterView>> {
    requireWeek('week', week);
    const { revision, view } = await this.views.week(place, week);
    return revised({ revision }, view);
  }

  @Get('weeks/:week/proposal')
  @Action('duty.publish')
  proposal(@Param() { place, week }: PlaceAndWeek): Promise<ProposalView> {
    requireWeek('week', week);
    return this.views.proposal(place, week);
  }

  @Post('weeks/:week')
  @HttpCode(200)
  @Action('duty.publish')
  publish(
    @Param() at: PlaceAndWeek,
    @Body() { shifts, onSite }: RosterBody,
    @Envelope('new') envelope: CommandEnvelope,
    @CurrentActor() caller: Caller,
  ): Promise<Revised<RosterView>> {
    const data = {
      shifts: shifts.map(({ post, from, to, cadreId, substitute }) => ({
        ...{ post, cadreId, substitute },
        from: requestedInstant('from', from),
        to: requestedInstant('to', to),
      })),
      onSite: onSite.map(({ cadreId, days }) => ({ cadreId, days })),
    };
    return this.carry(at, { type: 'PublishRoster', data }, envelope, caller);
  }

  @Post('weeks/:week/swaps')
  @HttpCode(200)
  @Action('duty.publish')
  swap(
    @Param() at: PlaceAndWeek,
    @Body() { post, from, out, in: taker }: SwapBody,
    @Envelope('existing') envelope: CommandEnvelope,
    @CurrentActor() caller: Caller,
  ): Promise<Revised<RosterView>> {
    const data = { post, from: requestedInstant('from', from), out, in: taker };
    return this.carry(at, { type: 'SwapDuty', data }, envelope, caller);
  }

  @Post('weeks/:week/check-in')
  @HttpCode(200)
  @Action('duty.check-in')
  checkIn(
    @Param() at: PlaceAndWeek,
    @Envelope('new') envelope: CommandEnvelope,
    @CurrentActor() caller: Caller,
  ): Promise<Revised<RosterView>> {
    return this.carry(at, { type: 'CheckIn', data: {} }, envelope, caller);
  }

  @Post('weeks/:week/check-out')
  @HttpCode(200)
  @Action('duty.check-in')
  checkOut(
    @Param() at: PlaceAndWeek,
    @Envelope('new') envelope: CommandEnvelope,
    @CurrentActor() caller: Caller,
  ): Promise<Revised<RosterView>> {
    return this.carry(at, { type: 'CheckOut', data: {} }, envelope, caller);
  }

  @Post('weeks/:week/calls')
  @HttpCode(200)
  @Action('duty.record-call')
  call(
    @Param() at: PlaceAndWeek,
    @Body() { callId, cadreId, calledAt, answered }: CallBody,
    @Envelope('new') envelope: CommandEnvelope,
    @CurrentActor() caller: Caller,
  ): Promise<Revised<RosterView>> {
    const data = { callId, cadreId, calledAt: requestedInstant('calledAt', calledAt) };
    return this.carry(at, { type: answered ? 'RecordAnswer' : 'RecordMiss', data }, envelope, caller);
  }

  @Post('weeks/:week/settle')
  @HttpCode(200)
  @Action('duty.publish')
  settle(
    @Param() at: PlaceAndWeek,
    @Envelope('existing') envelope: CommandEnvelope,
    @CurrentActor() caller: Caller,
  ): Promise<Revised<RosterView>> {
    return this.carry(at, { type: 'SettleRoster', data: {} }, envelope, caller);
  }

  private async carry(
    { place, week }: PlaceAndWeek,
    command: DutyCommand,
    envelope: CommandEnvelope,
    caller: Caller,
  ): Promise<Revised<RosterView>> {
    requireWeek('week', week);
    await this.bus.execute<CommandForRoster, RosterExecuted>(
      new CommandForRoster(place, week, command, envelope, caller),
    );
    const { revision, view } = await this.views.week(place, week);
    return revised({ revision }, view);
  }
}
