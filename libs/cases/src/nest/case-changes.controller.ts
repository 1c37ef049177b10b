import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { scopeOf } from '#access/domain';
import { Action } from '#access/nest';
import { CurrentActor, Problem, streamMessages, type Caller, type StreamMessage } from '#http';
import { CaseChanges } from './case-changes.js';

/** Windows of one person that may listen at the same time. */
const STREAMS_EACH = 10;
/** A place told now and then, though nothing concerned the reader: coming back, he need not search the log for it. */
const PLACE_EVERY_MS = 10_000;

/** Tells pages what to read again, instead of asking them to look again and again. */
@ApiTags('cases')
@Controller('api/events')
export class CaseChangesController {
  private readonly listening = new Map<string, number>();

  constructor(private readonly changes: CaseChanges) {}

  /**
   * Server-sent events: `case` with the id of a case in the reader's lists and the kind of event, `ready` at first, `reset`
   * where more was missed than can be told: the lists are to be read anew.
   */
  @Get('stream')
  @Action('events.read')
  @ApiOkResponse({
    description: '`event: case`, `data: {"caseId": "…", "kind": "CaseAssigned"}`; goes on after `Last-Event-ID`',
    content: { 'text/event-stream': { schema: { type: 'string' } } },
  })
  async stream(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @CurrentActor() caller: Caller,
  ): Promise<void> {
    const already = this.listening.get(caller.id) ?? 0;
    if (already >= STREAMS_EACH) throw new Problem('TOO_MANY_REQUESTS', {}, { headers: { 'retry-after': '30' } });
    this.listening.set(caller.id, already + 1);
    try {
      await streamMessages(request, reply, (after, left) => this.messages(after, caller, left));
    } finally {
      const others = (this.listening.get(caller.id) ?? 1) - 1;
      if (others === 0) this.listening.delete(caller.id);
      else this.listening.set(caller.id, others);
    }
  }

  private async *messages(after: string | undefined, caller: Caller, left: AbortSignal): AsyncGenerator<StreamMessage> {
    let placed = -PLACE_EVERY_MS;
    let first = after === undefined;
    for await (const { complete, changes, upTo } of this.changes.heard(after, scopeOf('case.list', caller), left)) {
      const now = performance.now();
      if (!complete || first) {
        yield { id: upTo, event: complete ? 'ready' : 'reset', data: {} };
        [first, placed] = [false, now];
      }
      for (const { position, caseId, kind } of changes) yield { id: position, event: 'case', data: { caseId, kind } };
      if (changes.length === 0 && now - placed < PLACE_EVERY_MS) continue;
      yield { id: upTo };
      placed = now;
    }
  }
}
