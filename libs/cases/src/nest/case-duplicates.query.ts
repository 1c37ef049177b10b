import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { requireMay, scopeOf, scopeSql, type Subject } from '#access/domain';
import { CommandExecutor } from '#event-store';
import { IdentityVault } from '#identity-vault';
import { reject } from '#kernel';
import { policyOf } from '#policy';
import { conditionOf, ReadModels, type RowsOf } from '#projections';
import { toIso } from '#working-time';
import { caseDecider, type CaseId } from '#cases/domain';
import {
  caseBoard,
  caseBoardScope,
  caseWordsOf,
  daysAround,
  likenessOf,
  STAGE_OF_CASE,
  type caseWordTables,
  type Compared,
  type DuplicateReason,
} from '#cases/read';
import { resourceOf } from './case-access.js';
import { caseStream } from './case-streams.js';

export interface DuplicateSuggestion {
  readonly caseId: string;
  readonly caseNo: string;
  readonly typeCode: string;
  readonly stage: string;
  readonly village: string;
  readonly registeredAt: string;
  readonly reasons: readonly DuplicateReason[];
  readonly score: number;
}

/** What has ended by itself tells nothing of the same matter. */
const GONE = ['MERGED', 'REJECTED'];
const OVER = ['CLOSED', 'TRANSFERRED_OUT', 'WITHDRAWN'];
/** More than a township registers in the time that is looked back on. */
const COMPARED = 2_000;

/** Cases that may tell the same as one, the likeliest first, of those that the asker may see. Nothing is merged by it. */
@Injectable()
export class CaseDuplicates {
  constructor(
    private readonly executor: CommandExecutor,
    private readonly models: ReadModels,
    private readonly vault: IdentityVault,
  ) {}

  /**
   * `ready`: whether the case itself can be compared yet; its words follow soon after it is registered. Sealed and
   * anonymous cases are never compared: it would tell who it was.
   * @throws CommandRejected `NOT_FOUND`
   */
  async of(
    caseId: CaseId,
    subject: Subject,
  ): Promise<{ readonly ready: boolean; readonly items: readonly DuplicateSuggestion[] }> {
    const { state } = await this.executor.load(caseDecider, caseStream(caseId));
    const { file } = state;
    if (!file) return reject('NOT_FOUND');
    requireMay('case.read', subject, resourceOf(state));
    if (file.confidentiality === 'X' || file.anonymous) return { ready: true, items: [] };
    const words = this.models.of(caseWordsOf(this.vault));
    const own = await words.selectFrom('case_words').selectAll().where('case_id', '=', caseId).executeTakeFirst();
    if (!own) return { ready: false, items: [] };
    const policy = policyOf(file.policyVersion).duplicates;
    // answers only once the board can
    this.models.of(caseBoard);
    const same = await this.ofSameParties(caseId, own.township);
    const rows = await this.candidates(own, [...same], Object.keys(state.judged), subject, policy.recentWithin.n);
    const items = rows.flatMap((row): DuplicateSuggestion[] => {
      const likeness = likenessOf(policy, comparedOf(own), comparedOf(row), same.has(row.case_id));
      if (!likeness) return [];
      const { case_id, case_no, type_code, village, stage } = row;
      const registeredAt = toIso(row.registered_at);
      return [{ caseId: case_id, caseNo: case_no, typeCode: type_code, stage, village, registeredAt, ...likeness }];
    });
    return { ready: true, items: items.toSorted((one, other) => other.score - one.score).slice(0, policy.most) };
  }

  private async candidates(
    own: Row,
    sameParties: readonly string[],
    judged: readonly string[],
    subject: Subject,
    recentDays: number,
  ): Promise<readonly (Row & { readonly case_no: string; readonly stage: string })[]> {
    const [since] = daysAround(own.registered_at, recentDays);
    const ofPlace = sql`w.township = ${own.township}`;
    const ofParty = sql`w.case_id in (select value from json_each(${JSON.stringify(sameParties)}))`;
    const { rows } = await sql<Row & { readonly case_no: string; readonly stage: string }>`
      select w.*, b.case_no, ${sql.raw(STAGE_OF_CASE)} as stage
      from case_words w join case_board b on b.case_id = w.case_id
      where (${ofPlace} or ${ofParty}) and w.case_id <> ${own.case_id} and w.anonymous = 0
        and w.confidentiality = ${own.confidentiality} and b.confidentiality = w.confidentiality
        and b.stage not in (${sql.join(GONE)})
        and (w.registered_at >= ${since} or b.stage not in (${sql.join(OVER)}))
        and w.case_id not in (select value from json_each(${JSON.stringify(judged)}))
        and ${conditionOf(scopeSql(scopeOf('case.read', subject), caseBoardScope))}
      order by w.registered_at desc limit ${COMPARED}`.execute(this.models.db<RowsOf<typeof caseWordTables>>());
    return rows;
  }

  /** Cases with a person of the same phone, or of the same name in the township. */
  private async ofSameParties(caseId: CaseId, township: string): Promise<ReadonlySet<string>> {
    const { rows } = await sql<{ readonly case_id: string }>`
      with mine as (select p.* from case_party cp join party_words p on p.party_id = cp.party_id where cp.case_id = ${caseId}),
        same as (select q.party_id, 0 as by_name from party_words q join mine on q.phone = mine.phone
          union select q.party_id, 1 from party_words q join mine on q.name = mine.name)
      select distinct cp.case_id from same join case_party cp on cp.party_id = same.party_id
      where same.by_name = 0 or exists (
        select 1 from case_words w where w.case_id = cp.case_id and w.township = ${township})`.execute(
      this.models.db<RowsOf<typeof caseWordTables>>(),
    );
    return new Set(rows.map(({ case_id }) => case_id));
  }
}

type Row = RowsOf<typeof caseWordTables>['case_words'];

const comparedOf = ({ type_code, township, village, registered_at, bigrams }: Row): Compared => ({
  ...{ typeCode: type_code, township, village, bigrams },
  registeredAt: registered_at,
});
