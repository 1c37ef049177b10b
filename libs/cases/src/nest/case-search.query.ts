import { Injectable } from '@nestjs/common';
import { sql, type Expression, type SqlBool } from 'kysely';
import type { Subject } from '#access/domain';
import type { Page } from '#http';
import { IdentityVault } from '#identity-vault';
import { reject } from '#kernel';
import { ReadModels } from '#projections';
import {
  bigramsOf,
  caseWordsOf,
  digitsOf,
  keyedInitials,
  keyedName,
  keyedPhone,
  keyedText,
  wordsAskedFor,
} from '#cases/read';
import { CaseList, type CaseListItem } from './case-list.query.js';

const FEWEST_DIGITS = 7;
const NUMBER_OF_PHONE = /^[+\d][\d\s()-]*$/;
const LETTERS = /^[a-z0-9]{2,}$/i;

/**
 * Cases by a word of their text, by a name or its initials, a phone, a village's code, an id or a number; only what the
 * asker's lists show too. A sealed case answers to its id and number alone (`docs/decisions/0020`).
 */
@Injectable()
export class CaseSearch {
  constructor(
    private readonly models: ReadModels,
    private readonly vault: IdentityVault,
    private readonly cases: CaseList,
  ) {}

  /** @throws CommandRejected `QUERY_EMPTY` where nothing is asked for; ReadModelBeingBuilt */
  async find(query: string, subject: Subject, limit: number, cursor?: string): Promise<Page<CaseListItem>> {
    const asked = query.trim();
    if (wordsAskedFor(asked).length === 0) reject('QUERY_EMPTY', { field: 'q' });
    // answers only once the words can
    this.models.of(caseWordsOf(this.vault));
    const ways = sql.join([this.byVillage(asked), this.byText(asked), this.byPerson(asked)], sql` or `);
    const matching = sql<SqlBool>`(${this.byNumber(asked)} or (b.confidentiality <> 'X' and (${ways})))`;
    return this.cases.list('all', subject, limit, cursor, matching);
  }

  private byNumber(asked: string): Expression<SqlBool> {
    return sql<SqlBool>`b.case_id = ${asked.toLowerCase()} or b.case_no = ${asked.toUpperCase()}`;
  }

  private byVillage(asked: string): Expression<SqlBool> {
    return sql<SqlBool>`b.village = ${asked.toUpperCase()}`;
  }

  private byText(asked: string): Expression<SqlBool> {
    const words = wordsAskedFor(asked).map((word) => keyedText(this.vault, word));
    return sql<SqlBool>`b.case_id in (select w.case_id from case_words w where ${holding('w.words', words)})`;
  }

  private byPerson(asked: string): Expression<SqlBool> {
    const ways = [
      holding(
        'p.words',
        wordsAskedFor(asked).map((word) => keyedName(this.vault, word)),
      ),
    ];
    if (LETTERS.test(asked)) {
      const initials = bigramsOf(asked).map((word) => keyedInitials(this.vault, word));
      ways.push(holding('p.words', initials));
    }
    if (NUMBER_OF_PHONE.test(asked) && digitsOf(asked).length >= FEWEST_DIGITS)
      ways.push(sql<SqlBool>`p.phone = ${keyedPhone(this.vault, asked)}`);
    return sql<SqlBool>`b.case_id in (select cp.case_id from party_words p
      join case_party cp on cp.party_id = p.party_id where ${sql.join(ways, sql` or `)})`;
  }
}

/** Every word stands among those of the column. */
const holding = (column: 'w.words' | 'p.words', words: readonly string[]): Expression<SqlBool> =>
  sql<SqlBool>`(${sql.join(
    words.map((word) => sql`instr(${sql.raw(column)}, ${` ${word} `}) > 0`),
    sql` and `,
  )})`;
