import { Controller, Get, Headers, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ACTIONS, mayEver } from '#access/domain';
import { Action } from '#access/nest';
import { CurrentActor, etagOf, type Caller } from '#http';
import { CURRENT_POLICY } from '#policy';
import type { CatalogueAnswer, PermittedAnswer } from './catalogue.answers.js';
import { catalogueOf } from './catalogue.js';

/** Names, choices and limits of the policy in force: what forms and explanations are made from. */
@ApiTags('catalogue')
@Controller('api/catalogue')
export class CatalogueController {
  /** Its ETag is the policy's version: whoever has it is told so without the body. */
  @Get()
  @Action('policy.read')
  read(
    @Headers('if-none-match') known: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): CatalogueAnswer | undefined {
    const etag = etagOf(CURRENT_POLICY.version);
    void reply.header('etag', etag).header('cache-control', 'private, no-cache');
    if (known?.split(',').some((tag) => tag.trim() === etag)) {
      void reply.status(304);
      return undefined;
    }
    return catalogueOf(CURRENT_POLICY);
  }

  /** What the asker's role can do at all: which views his pages offer. */
  @Get('actions')
  @Action('session.read')
  permitted(@CurrentActor() caller: Caller): PermittedAnswer {
    return { actions: ACTIONS.filter((action) => mayEver(action, caller)) };
  }
}
