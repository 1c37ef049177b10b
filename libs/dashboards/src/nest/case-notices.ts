import { Injectable } from '@nestjs/common';
import type { Subject } from '#access/domain';
import { caseBoard } from '#cases/read';
import { keysetOf, pageOf } from '#http';
import { IdentityVault } from '#identity-vault';
import { reject } from '#kernel';
import { Outbox, toldNames, type Telling } from '#notifications';
import { render, type Names } from '#notifications/domain';
import { ReadModels } from '#projections';
import { toIso } from '#working-time';
import type { CaseNotice, CaseNoticesAnswer, ToldPerson } from './case-notices.answers.js';
import { visible } from './case-rows.js';

const KINDS = { cadre: 'CADRE', party: 'PARTY', group: 'GROUP' } as const;

/** Who was told of a case by which way, and whether they have read it: for whoever may see the case. */
@Injectable()
export class CaseNotices {
  private readonly names: Names;

  constructor(
    private readonly models: ReadModels,
    private readonly outbox: Outbox,
    vault: IdentityVault,
  ) {
    this.names = toldNames(() => outbox.people, vault);
  }

  /** @throws CommandRejected `NOT_FOUND` for a case that is not there, or not for this person */
  async read(caseId: string, subject: Subject, limit: number, cursor?: string): Promise<CaseNoticesAnswer> {
    const before = keysetOf(cursor, [0] as const);
    const seen = await this.models
      .of(caseBoard)
      .selectFrom('case_board as b')
      .select('b.case_id')
      .where('b.case_id', '=', caseId)
      .where(visible('case.read', subject))
      .executeTakeFirst();
    if (!seen) reject('NOT_FOUND');
    const rows = this.outbox.tellings.page(caseId, limit + 1, before?.[0]);
    const { items, next } = pageOf(rows, limit, ({ ordinal }) => [ordinal]);
    return { items: items.map((telling) => this.shown(telling)), ...(next !== undefined && { next }) };
  }

  private shown(telling: Telling): CaseNotice {
    const { channel, message, status, at, dueAt, endedAt, readAt, repeats } = telling;
    return {
      to: this.person(telling),
      text: { zh: render(message, 'zh', this.names), en: render(message, 'en', this.names) },
      ...{ channel, status, at: toIso(at), dueAt: toIso(dueAt) },
      endedAt: endedAt === undefined ? null : toIso(endedAt),
      readAt: readAt === undefined ? null : toIso(readAt),
      repeated: repeats > 0,
    };
  }

  private person({ recipient }: Telling): ToldPerson {
    const colon = recipient.indexOf(':');
    const id = recipient.slice(colon + 1);
    const kind = KINDS[recipient.slice(0, colon) as keyof typeof KINDS];
    return { kind, id, name: kind === 'CADRE' ? (this.names.cadre(id) ?? null) : null };
  }
}
