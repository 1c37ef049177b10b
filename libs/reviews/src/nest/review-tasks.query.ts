import { Injectable } from '@nestjs/common';
import { sql, type SqlBool } from 'kysely';
import { requireMay, scopeOf, scopeSql, type Subject } from '#access/domain';
import { CommandExecutor } from '#event-store';
import { IdentityVault, type ErasedPerson, type StoredPerson } from '#identity-vault';
import { keysetOf, pageOf } from '#http';
import { reject } from '#kernel';
import { ReadModels, conditionOf } from '#projections';
import { toIso } from '#working-time';
import { reviewDecider } from '#reviews/domain';
import { reviewTasks } from '#reviews/read';
import { resourceOf, reviewStream } from './review.handler.js';

/** Whom a callback clerk has to reach, with contact and nothing more (`docs/domain.md §4.5`). */
@Injectable()
export class ReviewTasks {
  constructor(
    private readonly models: ReadModels,
    private readonly executor: CommandExecutor,
    private readonly vault: IdentityVault,
  ) {}

  async pending(subject: Subject, limit: number, cursor?: string) {
    const after = keysetOf(cursor, [0, '', '']);
    const condition = scopeSql(scopeOf('review.read', subject), {
      path: 'path',
      confidentiality: 'confidentiality',
      countyMatter: 'county_matter',
      // What a complaint is about is not asked again: its subject is never told of the review either way.
      complaintTargets: null,
      targetCentres: null,
    });
    let query = this.models
      .of(reviewTasks)
      .selectFrom('review_task')
      .selectAll()
      .where('status', '=', 'PENDING')
      .where(conditionOf(condition));
    if (after) query = query.where(sql<SqlBool>`(asked_at, case_id, party) > (${after[0]}, ${after[1]}, ${after[2]})`);
    const rows = await query
      .orderBy('asked_at')
      .orderBy('case_id')
      .orderBy('party')
      .limit(limit + 1)
      .execute();
    const { items, next } = pageOf(rows, limit, (row) => [row.asked_at, row.case_id, row.party]);
    const people = this.vault.read(items.map(({ party }) => party));
    return {
      items: items.map(({ case_id, case_no, round, party, attempts, asked_at }) => ({
        caseId: case_id,
        caseNo: case_no,
        round,
        party,
        ...contactOf(people.get(party)),
        attempts,
        askedAt: toIso(asked_at),
      })),
      ...(next !== undefined && { next }),
    };
  }

  /** @throws CommandRejected `NOT_FOUND` */
  async one(caseId: string, round: number, subject: Subject) {
    const { state, revision } = await this.executor.load(reviewDecider, reviewStream(caseId, round));
    if (state.caseId === undefined) return reject('NOT_FOUND');
    requireMay('review.read', subject, resourceOf(state), 'review.read');
    const people = this.vault.read([...state.parties.keys()]);
    return {
      revision,
      caseId,
      caseNo: state.caseNo ?? null,
      round,
      settled: state.settled,
      parties: [...state.parties].map(([party, { attempts, rating, lateUntil }]) => ({
        party,
        ...contactOf(people.get(party)),
        attempts: attempts.map(({ at, channel }) => ({ at: toIso(at), channel })),
        rating: rating ?? null,
        lateUntil: lateUntil === undefined ? null : toIso(lateUntil),
      })),
    };
  }
}

const contactOf = (person: StoredPerson | ErasedPerson | undefined) =>
  !person || person.erased ? { name: null, phone: null } : { name: person.name, phone: person.phone ?? null };
