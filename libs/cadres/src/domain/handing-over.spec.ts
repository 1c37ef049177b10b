import { describe, expect, it } from '@jest/globals';
import type { Actor, Instant } from '#kernel';
import { CURRENT_POLICY } from '#policy';
import { scenario } from '#testing';
import { instantOf } from '#working-time';
import { cadre } from './cadre.js';
import type { CadreCommand, Registration } from './cadre.commands.js';
import type { CadreContext } from './cadre-state.js';
import { leaveProcess } from './handing-over.js';
import type { OpenTask } from './handovers.js';

const at = (text: string): Instant => instantOf(`2026-${text.replace(' ', 'T')}`);
const director: Actor = { id: 'boss', role: 'CENTRE_DIRECTOR', path: '/county/T01' };

const unit = 'T01-STABILITY_MEDIATION';
const leads: OpenTask = { task: { kind: 'CASE', caseId: 'c1' }, unit };
const mediates = (session?: string): OpenTask => ({
  task: { kind: 'MEDIATION', caseId: 'c2', mediationId: 'c2-m1' },
  unit,
  ...(session && { session: { startsAt: at(session), endsAt: at(session) + 7_200_000 } }),
});

const registration = (cadreId: string): Registration => ({
  cadreId,
  kind: 'STAFF',
  personRef: `person-${cadreId}`,
  roles: ['MEDIATOR'],
  unitId: unit,
  unitPath: `/county/T01/${unit}`,
});
const register = (cadreId: string): CadreCommand => ({ type: 'RegisterCadre', data: registration(cadreId) });
const request = (from: string, to: string): CadreCommand => ({
  type: 'RequestLeave',
  data: { leaveId: 'l1', from: at(from), to: at(to), substitute: 'bo' },
});
const approve: CadreCommand = { type: 'ApproveLeave', data: { leaveId: 'l1' } };
const order = (level: string, due: string): CadreCommand => ({
  type: 'FollowLeave',
  data: { round: 1, step: 'l1', attempt: 1, level, at: at(due) },
});

/** Wednesday 6 May 2026, 16:00: the two days after it are worked, as is Saturday the 9th. */
const asked = (from: string, to: string, ...tasks: readonly OpenTask[]) => {
  const base: CadreContext = { now: at('05-06 16:00'), actor: director, policy: CURRENT_POLICY, tasks };
  const substitute = scenario(cadre, base).when(register('bo')).state().record!;
  return scenario(cadre, { ...base, substitute })
    .after(register('anna'))
    .after(request(from, to));
};

describe('what a cadre has in hand when his leave is approved', () => {
  it('is to be handed over by the start of the leave, or by the limit after the approval if that is sooner', () => {
    asked('05-07 08:30', '05-09 08:30', leads, mediates('05-07 09:00'))
      .when(approve)
      .then('LeaveApproved', 'HandoverRequired', 'HandoverRequired')
      .thenData('HandoverRequired', { task: leads.task, substitute: 'bo', dueAt: at('05-07 08:30') });
    asked('05-08 08:30', '05-09 17:30', leads)
      .when(approve)
      .thenData('HandoverRequired', { dueAt: at('05-07 11:00'), to: [{ role: 'CENTRE_DIRECTOR', unit }] });
    asked('05-06 14:00', '05-08 08:30', leads)
      .when(approve)
      .thenData('HandoverRequired', { dueAt: at('05-06 16:00') });
  });

  it('stays with him in a leave of less than a working day', () => {
    asked('05-07 08:30', '05-07 17:29', leads).when(approve).then('LeaveApproved');
    asked('05-07 08:30', '05-07 17:30', leads).when(approve).then('LeaveApproved', 'HandoverRequired');
    asked('05-07 14:00', '05-08 12:00', leads).when(approve).then('LeaveApproved', 'HandoverRequired');
  });

  it('leaves out sessions that are held before he goes or once he is back', () => {
    asked('05-08 08:30', '05-09 17:30', mediates('05-07 09:00')).when(approve).then('LeaveApproved');
    asked('05-07 08:30', '05-08 08:30', mediates('05-08 09:00')).when(approve).then('LeaveApproved');
    asked('05-07 08:30', '05-08 08:30', mediates()).when(approve).then('LeaveApproved', 'HandoverRequired');
  });
});

describe('when a handover is due', () => {
  const approved = (...tasks: readonly OpenTask[]) => asked('05-07 08:30', '05-09 08:30', ...tasks).after(approve);
  const due = { now: at('05-07 08:30') };

  it('gives an ordinary task to the substitute', () => {
    approved(leads)
      .when(order('case-c1', '05-07 08:30'), due)
      .then('TaskHandedOver')
      .thenData('TaskHandedOver', { task: leads.task, substitute: 'bo' });
  });

  it('tells the director of a mediation that the parties have given to nobody else', () => {
    approved(mediates('05-07 09:00'))
      .when(order('mediation-c2-m1', '05-07 08:30'), due)
      .then('HandoverUnmet')
      .thenData('HandoverUnmet', { to: [{ role: 'CENTRE_DIRECTOR', unit }] });
  });

  it('finds it settled where somebody else has it by then', () => {
    approved(leads)
      .when(order('case-c1', '05-07 08:30'), { ...due, tasks: [] })
      .then('HandoverSettled');
  });

  it('waits until it is due, and does nothing twice', () => {
    approved(leads)
      .when(order('case-c1', '05-07 08:30'), { now: at('05-07 08:29') })
      .thenRejected('NOT_YET_DUE');
    approved(leads).after(order('case-c1', '05-07 08:30'), due).when(order('case-c1', '05-07 08:30'), due).then();
  });

  it('does nothing for a leave that was cancelled', () => {
    approved(leads)
      .after({ type: 'CancelLeave', data: { leaveId: 'l1' } })
      .when(order('case-c1', '05-07 08:30'), due)
      .then();
  });
});

describe('when the leave begins', () => {
  it('looks once more for what came to him since the approval', () => {
    asked('05-11 08:30', '05-13 08:30', leads)
      .after(approve)
      .after(order('case-c1', '05-07 11:00'), { now: at('05-07 11:00') })
      .when(order('BEGIN', '05-11 08:30'), { now: at('05-11 08:30'), tasks: [leads, mediates()] })
      .then('LeaveBegun', 'HandoverRequired')
      .thenData('HandoverRequired', { task: mediates().task, dueAt: at('05-11 08:30') });
  });
});

describe('the process of a leave', () => {
  it('waits for each handover and for the start, and is over with the last', () => {
    const leave = asked('05-07 08:30', '05-09 08:30', leads, mediates('05-07 09:00')).after(approve);
    const timetable = () =>
      leaveProcess.timetable(leave.history().reduce(leaveProcess.evolve, leaveProcess.initialState));
    expect(timetable().rungs.map(({ level, at: due }) => [level, due])).toEqual([
      ['case-c1', at('05-07 08:30')],
      ['mediation-c2-m1', at('05-07 08:30')],
      ['BEGIN', at('05-07 08:30')],
    ]);
    for (const rung of timetable().rungs) leave.after(leaveProcess.order(rung), { now: rung.at });
    expect(timetable()).toEqual({ stage: 'OVER', rungs: [], closed: true });
  });
});
