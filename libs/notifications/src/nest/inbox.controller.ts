import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Action } from '#access/nest';
import { CurrentActor, PageQuery, keysetOf, pageOf, type Caller } from '#http';
import { reject } from '#kernel';
import { Clock } from '#platform';
import { IdentityVault } from '#identity-vault';
import { Inbox, Outbox, toldNames, type InboxEntry } from '#notifications';
import { render, type Names } from '#notifications/domain';
import { toIso } from '#working-time';
import type { InboxAnswer, InboxItem, UnreadAnswer } from './inbox.answers.js';

/** What the one who asks has been told; nobody reads another's (`docs/domain.md §5.8`). */
@ApiTags('inbox')
@Controller('api/inbox')
export class InboxController {
  private readonly names: Names;

  constructor(
    private readonly inbox: Inbox,
    outbox: Outbox,
    vault: IdentityVault,
    private readonly clock: Clock,
  ) {
    this.names = toldNames(() => outbox.people, vault);
  }

  /** The newest first. */
  @Get()
  @Action('inbox.read')
  list(@Query() { limit, cursor }: PageQuery, @CurrentActor() { id }: Caller): InboxAnswer {
    const before = keysetOf(cursor, [0] as const);
    const entries = this.inbox.page(id, limit + 1, before?.[0]);
    const { items, next } = pageOf(entries, limit, ({ ordinal }) => [ordinal]);
    return {
      unread: this.inbox.unread(id),
      items: items.map((entry) => this.shown(entry)),
      ...(next !== undefined && { next }),
    };
  }

  /** How much of it is new: for the menu. */
  @Get('unread')
  @Action('inbox.read')
  unread(@CurrentActor() { id }: Caller): UnreadAnswer {
    return { unread: this.inbox.unread(id) };
  }

  /** Marks one as read, now or earlier: doing it again changes nothing. */
  @Post(':noticeId/read')
  @HttpCode(200)
  @Action('inbox.read')
  read(@Param('noticeId') noticeId: string, @CurrentActor() { id }: Caller): UnreadAnswer {
    if (!this.inbox.markRead(id, noticeId, this.clock.now())) reject('NOT_FOUND');
    return { unread: this.inbox.unread(id) };
  }

  private shown({ noticeId, message, caseId, at, readAt }: InboxEntry): InboxItem {
    return {
      noticeId,
      text: { zh: render(message, 'zh', this.names), en: render(message, 'en', this.names) },
      caseId: caseId ?? null,
      at: toIso(at),
      readAt: readAt === undefined ? null : toIso(readAt),
    };
  }
}
