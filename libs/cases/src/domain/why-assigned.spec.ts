import { describe, expect, it } from '@jest/globals';
import { assign, cadre, candidate, cases, certificate, director, pool } from './case.fixture.js';
import { explanationsOf, whyNot } from './why-assigned.js';

const lead = { actor: director };
const many = pool(
  ...['ann', 'ben', 'cai', 'dan', 'eve', 'fay'].map((id, index) => candidate(id, { openLoad: index })),
  candidate('unskilled', { certificates: {} }),
  candidate('kin', { kin: ['li'] }),
  candidate('far', { townshipId: 'T05' }),
);
const explained = (given = cases.accepted({}, { pool: many }).after(assign, lead)) => explanationsOf(given.history());

describe('an assignment explains itself', () => {
  it('with everybody who was considered: the best with their points, the others fit, and who was refused by which rule', () => {
    const [why] = explained();
    expect(why).toMatchObject({ handler: 'ann', chosenBy: 'SCORE', behind: ['fay'] });
    expect(why!.ranked.map(({ cadreId }) => cadreId)).toEqual(['ann', 'ben', 'cai', 'dan', 'eve']);
    expect(why!.ranked[0]!.parts).toHaveProperty('near');
    expect(why!.refused).toEqual([
      { cadreId: 'unskilled', rule: 'H2' },
      { cadreId: 'kin', rule: 'H4' },
    ]);
  });

  it('says of one cadre why not he', () => {
    const [why] = explained();
    expect(whyNot(why!, 'ann')).toEqual({ because: 'CHOSEN' });
    expect(whyNot(why!, 'ben')).toMatchObject({ because: 'BEHIND', place: 2 });
    expect(whyNot(why!, 'fay')).toEqual({ because: 'BEHIND', place: 6 });
    expect(whyNot(why!, 'kin')).toEqual({ because: 'REFUSED', rule: 'H4' });
    expect(whyNot(why!, 'far')).toEqual({ because: 'OUTSIDE_AREA' });
  });

  it('and which step opened the pool', () => {
    const neighbour = pool(candidate('unskilled', { certificates: {} }), candidate('neighbour', { townshipId: 'T02' }));
    const [why] = explained(cases.accepted({}, { pool: neighbour }).after(assign, lead));
    expect(why).toMatchObject({ handler: 'neighbour', relaxed: 'R2', missingSkill: 'ORG-02' });
    expect(whyNot(why!, 'unskilled')).toEqual({ because: 'REFUSED', rule: 'H2' });
  });

  it('each time anew, and a hand chose without looking at others', () => {
    const skilled = pool(candidate('anna'), candidate('bo', { certificates: { 'ORG-02': certificate(1) } }));
    const twice = cases
      .acknowledged({}, { pool: skilled })
      .after({ type: 'ReassignCase', data: { reason: 'DIRECTOR', cadreId: 'bo' } }, lead);
    const [, second] = explained(twice);
    expect(second).toMatchObject({ handler: 'bo', from: 'anna', reason: 'DIRECTOR', chosenBy: 'HAND' });
    expect(whyNot(second!, 'cai')).toEqual({ because: 'CHOSEN_BY_HAND' });
    expect(cadre('bo').id).toBe(second!.handler);
  });
});
