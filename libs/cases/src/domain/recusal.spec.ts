import { describe, expect, it } from '@jest/globals';
import type { CaseCommand } from './case.commands.js';
import { acknowledge, assign, cadre, candidate, cases, director, panelist, pool, respond } from './case.fixture.js';

type Recusal = Extract<CaseCommand, { type: 'DeclareRecusal' }>['data'];
const recuse = (cadreId: string, fields: Partial<Recusal> = {}): CaseCommand => ({
  type: 'DeclareRecusal',
  data: { cadreId, declaredBy: 'DIRECTOR', reason: 'his brother-in-law sells the lamps', ...fields },
});
const lead = { actor: director };

describe('somebody too close to a matter keeps out of it', () => {
  it('as he says himself, as a party asks, or as the director decides', () => {
    cases
      .accepted()
      .when(recuse('anna', { declaredBy: 'SELF' }), { actor: cadre('anna') })
      .then('RecusalDeclared');
    cases
      .accepted()
      .when(recuse('anna', { declaredBy: 'SELF' }), lead)
      .thenRejected('NOT_HIMSELF');
    cases
      .accepted()
      .when(recuse('anna', { declaredBy: 'PARTY', party: 'li' }), lead)
      .thenData('RecusalDeclared', { party: 'li', by: 'director' });
    cases
      .accepted()
      .when(recuse('anna', { declaredBy: 'PARTY', party: 'zhao' }), lead)
      .thenRejected('PARTY_UNKNOWN');
    cases
      .accepted()
      .when(recuse('anna', { reason: ' ' }), lead)
      .thenRejected('REASON_MISSING');
    cases.accepted().after(recuse('anna'), lead).when(recuse('anna'), lead).then();
  });

  it('and is not assigned, not even by hand', () => {
    const without = cases.accepted().after(recuse('anna'), lead);
    without.when(assign, lead).thenData('CaseAssigned', { handler: 'bo', decision: { excluded: { H4: ['anna'] } } });
    without
      .when({ type: 'AssignCase', data: { cadreId: 'anna' } }, lead)
      .thenRejected('CANDIDATE_RULED_OUT', { rule: 'H4' });
  });

  it('where he handles the case, another takes it at once', () => {
    const taken = cases.inProgress().when(recuse('anna'), lead);
    taken
      .then('RecusalDeclared', 'CaseReassigned')
      .thenData('CaseReassigned', { from: 'anna', handler: 'bo', reason: 'RECUSAL' });
    const back = cases
      .inProgress()
      .after(recuse('anna'), lead)
      .after(acknowledge, { actor: cadre('bo') });
    expect(back.state()).toMatchObject({ stage: 'IN_PROGRESS', handler: 'bo' });
  });

  it('and where nobody else may, the director has to find somebody; he himself does nothing more', () => {
    const alone = { pool: pool(candidate('anna')) };
    const recused = cases.acknowledged({}, alone).after(recuse('anna'), { ...lead, ...alone });
    expect(recused.history().at(-1)).toMatchObject({ type: 'SubstituteMissing', data: { from: 'anna' } });
    recused.when(respond, { actor: cadre('anna') }).thenRejected('RECUSED');
  });

  it('and does not ask how it went, nor sit on the panel', () => {
    const resolved = cases
      .accepted()
      .after(recuse('panel2'), lead)
      .after(assign, lead)
      .after(acknowledge, { actor: cadre('anna') })
      .after(respond, { actor: cadre('anna') });
    const result: CaseCommand = {
      type: 'ResolveCase',
      data: { outcome: 'SOLVED', result: 'the lamp burns', skillsUsed: [] },
    };
    resolved.when(result, { actor: cadre('anna') }).thenData('CaseResolved', { keptOut: ['panel2'] });
    const county = resolved
      .after(result, { actor: cadre('anna') })
      .after({ type: 'ConcludeReview', data: { round: 1, rating: 2, outsideLaw: true } })
      .after(
        { type: 'DecideOutsideLaw', data: { approves: true, reason: 'as the rule has it' } },
        { actor: { ...director, id: 'other' }, actorUnit: 'T01-STABILITY_MEDIATION' },
      )
      .after({ type: 'AskCountyReview', data: { party: 'li' } });
    const panel = ['panel1', 'panel2', 'panel3'];
    county
      .when(
        { type: 'DecideCountyReview', data: { verdict: 'UPHELD', panel, reason: 'it stands', remediesTold: true } },
        { actor: panelist },
      )
      .thenRejected('PANEL_MEMBER_INVOLVED', { involved: ['panel2'] });
  });
});
