import { Injectable } from '@nestjs/common';
import { sql, type SqlBool } from 'kysely';
import type { Subject } from '#access/domain';
import { caseBoard } from '#cases/read';
import { keysetOf, pageOf } from '#http';
import { Clock } from '#platform';
import { ReadModels } from '#projections';
import { toIso } from '#working-time';
import type { AgreedItem, AgreementsAnswer } from './boards.answers.js';
import type { AgreementsQuery } from './boards.requests.js';
import { CadreNames } from './cadre-names.js';
import { CASE_COLUMNS, caseOnBoard, visible } from './case-rows.js';

/** What was agreed and is not done yet: urged ones and those to come, whether the case is closed or not (`docs/domain.md §5.2`). */
@Injectable()
export class AgreementBoard {
  constructor(
    private readonly models: ReadModels,
    private readonly clock: Clock,
    private readonly names: CadreNames,
  ) {}

  async read({ township, limit, cursor }: AgreementsQuery, subject: Subject): Promise<AgreementsAnswer> {
    let query = this.models
      .of(caseBoard)
      .selectFrom('case_term as t')
      .innerJoin('case_board as b', 'b.case_id', 't.case_id')
      .innerJoin('case_mediation as m', 'm.mediation_id', 't.mediation_id')
      .select([...CASE_COLUMNS, 't.mediation_id', 't.term', 't.due_on', 't.due_at', 't.urged', 'm.mediator'])
      .where('m.stage', '=', 'PERFORMING')
      .where(visible('agreement.list', subject));
    if (township !== undefined) query = query.where('b.township', '=', township);
    const after = keysetOf(cursor, [0, '', 0] as const);
    if (after) {
      const [due, mediationId, term] = after;
      query = query.where(sql<SqlBool>`(t.due_at, t.mediation_id, t.term) > (${due}, ${mediationId}, ${term})`);
    }
    const rows = await query
      .orderBy('t.due_at')
      .orderBy('t.mediation_id')
      .orderBy('t.term')
      .limit(limit + 1)
      .execute();
    const { items, next } = pageOf(rows, limit, ({ due_at, mediation_id, term }) => [due_at, mediation_id, term]);
    const names = await this.names.of(items.flatMap(({ mediator }) => mediator ?? []));
    return {
      asOf: toIso(this.clock.now()),
      items: items.map((row): AgreedItem => {
        const { mediation_id, term, due_on, due_at, urged, mediator } = row;
        return {
          ...caseOnBoard(row),
          ...{ mediationId: mediation_id, term, dueOn: due_on, dueAt: toIso(due_at), urged: urged === 1 },
          mediator: mediator === null ? null : { kind: 'CADRE', id: mediator, name: names.get(mediator) ?? null },
        };
      }),
      ...(next !== undefined && { next }),
    };
  }
}
