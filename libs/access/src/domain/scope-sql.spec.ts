import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import fc from 'fast-check';
import { ACTIONS, can, type Resource, ROLES, scopeOf, scopeSql, type Subject } from '#access/domain';

const columns = {
  path: 'path',
  owner: 'owner',
  confidentiality: 'confidentiality',
  centres: 'centres',
  handler: 'handler',
  coHandlers: 'co_handlers',
  readers: 'readers',
  withLeaders: 'with_leaders',
  countyMatter: 'county_matter',
  complaintTargets: 'complaint_targets',
  targetCentres: 'target_centres',
};

const paths = ['/county', '/county/T01', '/county/T01/T01-V07', '/county/T01/T01-V08', '/county/T011', '/county/X01'];
const ids = ['a', 'b', 'c', "d'--"];
const units = ['T01-STABILITY_MEDIATION', 'T01-GENERAL_OFFICE', 'K-MEDIATION'];
const some = (values: readonly string[]) => fc.subarray([...values], { maxLength: 2 });
const oneOf = (values: readonly string[]) => fc.constantFrom(...values);

const resources: fc.Arbitrary<Resource> = fc.record(
  {
    path: oneOf(paths),
    owner: oneOf(ids),
    confidentiality: fc.constantFrom('N' as const, 'C' as const, 'X' as const),
    centres: some(units),
    handler: oneOf(ids),
    coHandlers: some(ids),
    readers: some(ids),
    withLeaders: fc.boolean(),
    countyMatter: fc.boolean(),
    complaintTargets: some(ids),
    targetCentres: some(units),
  },
  { requiredKeys: [] },
);
const subjects: fc.Arbitrary<Subject> = fc.record(
  { id: oneOf(ids), role: oneOf(ROLES), path: oneOf(paths), unit: oneOf(units) },
  { requiredKeys: ['id', 'role', 'path'] },
);

let database: DatabaseSyncInstance;

const store = (rows: readonly Resource[]) => {
  database.exec('DELETE FROM thing');
  const insert = database.prepare(`INSERT INTO thing VALUES (${Array(12).fill('?').join(', ')})`);
  const json = (list: readonly string[] | undefined) => (list ? JSON.stringify(list) : null);
  const flag = (value: boolean | undefined) => (value === undefined ? null : Number(value));
  rows.forEach((row, n) => {
    insert.run(
      n,
      row.path ?? null,
      row.owner ?? null,
      row.confidentiality ?? null,
      json(row.centres),
      row.handler ?? null,
      json(row.coHandlers),
      json(row.readers),
      flag(row.withLeaders),
      flag(row.countyMatter),
      json(row.complaintTargets),
      json(row.targetCentres),
    );
  });
};

beforeAll(() => {
  database = new DatabaseSync(':memory:');
  database.exec(`CREATE TABLE thing (n, ${Object.values(columns).join(', ')})`);
});
afterAll(() => database.close());

describe('what a list shows', () => {
  it('is exactly what may be opened one by one, for every action, role and place', () => {
    let shown = 0;
    fc.assert(
      fc.property(
        fc.array(resources, { minLength: 5, maxLength: 25 }),
        fc.array(subjects, { minLength: 3, maxLength: 6 }),
        (rows, actors) => {
          store(rows);
          for (const actor of actors) {
            for (const action of ACTIONS) {
              const { text, values } = scopeSql(scopeOf(action, actor), columns);
              const listed = (
                database.prepare(`SELECT n FROM thing WHERE ${text.join('?')} ORDER BY n`).all(...values) as {
                  n: number;
                }[]
              ).map(({ n }) => n);
              const opened = rows.flatMap((row, n) => (can(action, actor, row) ? [n] : []));
              expect(listed).toEqual(opened);
              shown += listed.length;
            }
          }
        },
      ),
      { numRuns: 60 },
    );
    expect(shown).toBeGreaterThan(1_000);
  });

  it('is nothing where the table lacks the column that a way in needs', () => {
    const handler = { id: 'a', role: 'MEDIATOR', path: '/county/T01' };
    store([{ handler: 'a', confidentiality: 'N' }]);
    const { text, values } = scopeSql(scopeOf('case.read', handler), { complaintTargets: null, targetCentres: null });
    expect(database.prepare(`SELECT n FROM thing WHERE ${text.join('?')}`).all(...values)).toEqual([]);
  });
});
