import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { scopeOf, scopeSql, type Subject } from '#access/domain';
import { keysetOf, pageOf } from '#http';
import { CURRENT_POLICY } from '#policy';
import { conditionOf, ReadModels } from '#projections';
import { toIso } from '#working-time';
import type { SilentReason } from '#oversight/domain';
import { closures } from '#oversight/read';
import type { ResidentsWordItem, SilentClosureItem } from './oversight.answers.js';

const MINUTE = 60_000;
const DAY = 86_400_000;

export interface ClosuresWanted {
  readonly township?: string;
  readonly reason?: SilentReason;
  /** Without it, only what nobody has judged. */
  readonly judged?: boolean;
  readonly limit: number;
  readonly cursor?: string;
}

/** A close and what speaks against it. Whoever was not in the sample was not to be called back: nothing is found in that. */
const { contactBefore, repeatedWithin } = CURRENT_POLICY.oversight;
const NO_CONTACT = sql<number>`(c.contact_at is null or
  (c.on_the_spot = 0 and c.resolved_at is not null and c.resolved_at - c.contact_at < ${sql.lit(contactBefore.n * MINUTE)}))`;
const NO_CALLBACK = sql<number>`(c.answered = 0 and (c.asked > 0 or c.sample = 100))`;
const REPEAT = sql<string | null>`(select min(later.case_id) from closure_person own
  join closure_person later on later.who = own.who and later.type_code = own.type_code and later.case_id <> own.case_id
  where own.case_id = c.case_id and later.registered_at > c.closed_at
  and later.registered_at <= c.closed_at + ${sql.lit(repeatedWithin.n * DAY)})`;

const IS: Readonly<Record<SilentReason, RawBuilder<SqlBool>>> = {
  NO_CONTACT: sql<SqlBool>`${NO_CONTACT}`,
  NO_CALLBACK: sql<SqlBool>`${NO_CALLBACK}`,
  REPEATED: sql<SqlBool>`${REPEAT} is not null`,
};
const ANY = sql<SqlBool>`(${IS.NO_CONTACT} or ${IS.NO_CALLBACK} or ${IS.REPEATED})`;

/** Of a query on `closure as c`. */
const SCOPE = {
  path: 'c.path',
  confidentiality: 'c.confidentiality',
  complaintTargets: 'c.complaint_targets',
  targetCentres: 'c.complaint_centres',
};

/** Closes without anybody having spoken to the resident, and what residents said of their handlers (`docs/domain.md §5.3`). */
@Injectable()
export class SilentClosures {
  constructor(private readonly models: ReadModels) {}

  async list({ township, reason, judged = false, limit, cursor }: ClosuresWanted, subject: Subject) {
    const after = keysetOf(cursor, [0, '']);
    let query = this.found()
      .where(conditionOf(scopeSql(scopeOf('oversight.read', subject), SCOPE)))
      .where('c.judgement', judged ? 'is not' : 'is', null)
      .where(reason === undefined ? ANY : IS[reason]);
    if (township !== undefined) query = query.where('c.township', '=', township);
    if (after) query = query.where(sql<SqlBool>`(-c.closed_at, c.case_id) > (${after[0]}, ${after[1]})`);
    const rows = await query
      .orderBy('c.closed_at', 'desc')
      .orderBy('c.case_id')
      .limit(limit + 1)
      .execute();
    const { items, next } = pageOf(rows, limit, ({ closed_at, case_id }) => [-(closed_at ?? 0), case_id]);
    return { items: items.map(itemOf), ...(next !== undefined && { next }) };
  }

  /** What was found about the last close of a case. */
  async findingOf(caseId: string) {
    const row = await this.found().where('c.case_id', '=', caseId).where(ANY).executeTakeFirst();
    return row && { round: row.round, reasons: reasonsOf(row), target: row.centre };
  }

  async words(subject: Subject, limit: number, cursor?: string) {
    const after = keysetOf(cursor, [0, '', 0]);
    let query = this.models
      .of(closures)
      .selectFrom('residents_word as w')
      .innerJoin('closure as c', 'c.case_id', 'w.case_id')
      .select(['w.case_id', 'w.revision', 'w.asked_for', 'w.recorded_at', 'c.case_no', 'c.township', 'c.handler'])
      .where(conditionOf(scopeSql(scopeOf('oversight.read', subject), SCOPE)));
    if (after) {
      const [at, caseId, revision] = after;
      query = query.where(sql<SqlBool>`(-w.recorded_at, w.case_id, w.revision) > (${at}, ${caseId}, ${revision})`);
    }
    const rows = await query
      .orderBy('w.recorded_at', 'desc')
      .orderBy('w.case_id')
      .orderBy('w.revision')
      .limit(limit + 1)
      .execute();
    const { items, next } = pageOf(rows, limit, (row) => [-row.recorded_at, row.case_id, row.revision]);
    return {
      items: items.map((row): ResidentsWordItem => ({
        ...{ caseId: row.case_id, caseNo: row.case_no, township: row.township, handler: row.handler },
        ...{ askedFor: row.asked_for as ResidentsWordItem['askedFor'], recordedAt: toIso(row.recorded_at) },
      })),
      ...(next !== undefined && { next }),
    };
  }

  private found() {
    return this.models
      .of(closures)
      .selectFrom('closure as c')
      .selectAll('c')
      .select([NO_CONTACT.as('no_contact'), NO_CALLBACK.as('no_callback'), REPEAT.as('repeated_as')])
      .where('c.closed_at', 'is not', null);
  }
}

interface Found {
  readonly no_contact: number;
  readonly no_callback: number;
  readonly repeated_as: string | null;
}

const reasonsOf = ({ no_contact, no_callback, repeated_as }: Found): SilentReason[] => [
  ...(no_contact ? (['NO_CONTACT'] as const) : []),
  ...(no_callback ? (['NO_CALLBACK'] as const) : []),
  ...(repeated_as === null ? [] : (['REPEATED'] as const)),
];

type ClosureRow = Found &
  Readonly<Record<'case_id' | 'case_no' | 'type_code' | 'township' | 'village' | 'centre', string>> &
  Readonly<Record<'handler' | 'outcome' | 'judgement' | 'judged_by', string | null>> &
  Readonly<Record<'closed_at' | 'judged_at', number | null>> & { readonly round: number };

const itemOf = (row: ClosureRow): SilentClosureItem => ({
  ...{ caseId: row.case_id, caseNo: row.case_no, typeCode: row.type_code, round: row.round },
  ...{ township: row.township, village: row.village, centre: row.centre, handler: row.handler },
  outcome: row.outcome,
  closedAt: toIso(row.closed_at ?? 0),
  reasons: reasonsOf(row),
  repeatedAs: row.repeated_as,
  judgement:
    row.judgement === null || row.judged_at === null
      ? null
      : {
          judgement: row.judgement as 'JUSTIFIED' | 'ORDER',
          by: row.judged_by ?? '',
          at: toIso(row.judged_at),
        },
});
