import { Controller, Get, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Action } from '#access/nest';
import { Readiness } from './readiness.js';

@ApiTags('health')
@Controller('health')
@Action('health.read')
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  /** The process answers. */
  @Get('live')
  live(): { readonly status: 'up' } {
    return { status: 'up' };
  }

  /** 200 only when everything answers; otherwise 503, and the body says which part does not. */
  @Get('ready')
  async ready(@Res({ passthrough: true }) reply: FastifyReply) {
    const parts = await this.readiness.check();
    const ready = Object.values(parts).every(({ ok }) => ok);
    void reply.status(ready ? 200 : 503);
    return { status: ready ? 'ready' : 'not ready', parts };
  }
}
