import { describe, expect, it } from '@jest/globals';
import { acknowledge, at, cadre, cases, director, resolve } from './case.fixture.js';
import { clockLedger } from './clock-ledger.js';
import type { CaseCommand } from './case.commands.js';
import { due, lead } from './dispute.fixture.js';

const entryOf = (given: ReturnType<typeof cases.inProgress>, step: string) =>
  clockLedger(given.history()).findLast((entry) => entry.step === step);

describe('the account of a time limit', () => {
  it('tells its start, its due instant and that it was done in time', () => {
    expect(entryOf(cases.inProgress(), 'respond')).toMatchObject({
      limit: { unit: 'WD', n: 1 },
      startedAt: at('03-09 09:00'),
      firstDueAt: at('03-10 17:30'),
      dueAt: at('03-10 17:30'),
      changes: [],
      end: { at: at('03-09 09:00'), by: 'FirstResponseRecorded', done: true, late: false },
    });
    const late = cases.inProgress().after(resolve, { actor: cadre('anna'), now: at('03-19 09:00') });
    expect(entryOf(late, 'resolve')).toMatchObject({ dueAt: at('03-18 17:30'), end: { done: true, late: true } });
  });

  it('is the same after a note has been added: that never sets a clock anew', () => {
    const before = cases.inProgress();
    const ledger = clockLedger(before.history());
    const note: CaseCommand = { type: 'AddProgress', data: { note: 'asked at the waterworks' } };
    expect(clockLedger(before.after(note, { actor: cadre('anna'), now: at('03-17 16:00') }).history())).toEqual(ledger);
  });

  it('names the pause with its reason, and by how much the due instant moved', () => {
    const suspend: CaseCommand = {
      type: 'SuspendCase',
      data: { reason: 'APPRAISAL', note: 'a surveyor comes', until: at('03-25 09:00') },
    };
    const standing = cases.inProgress().after(suspend, { ...lead, now: at('03-11 10:00') });
    expect(entryOf(standing, 'resolve')).toMatchObject({ paused: true, dueAt: at('03-18 17:30') });
    const going = standing.after({ type: 'ResumeCase', data: {} }, { ...lead, now: at('03-20 10:00') });
    expect(entryOf(going, 'resolve')).toMatchObject({
      paused: false,
      firstDueAt: at('03-18 17:30'),
      dueAt: at('03-27 17:30'),
      changes: [
        { kind: 'PAUSED', at: at('03-11 10:00'), who: lead.actor.id, reason: 'APPRAISAL' },
        {
          kind: 'RESUMED',
          at: at('03-20 10:00'),
          by: 'CaseResumed',
          due: { from: at('03-18 17:30'), to: at('03-27 17:30') },
        },
      ],
    });
    expect(entryOf(going, 'resolve')).not.toHaveProperty('end');
  });

  it('names an extension, and the rungs that have fired', () => {
    const extend: CaseCommand = { type: 'ExtendLimit', data: { by: { unit: 'WD', n: 3 }, reason: 'parts' } };
    const warned = due(cases.inProgress().state().clocks, 'resolve', 'WARN');
    const extended = cases
      .inProgress()
      .after(warned.command, { now: warned.now })
      .after(extend, { actor: director, now: at('03-18 09:00') });
    expect(entryOf(extended, 'resolve')).toMatchObject({
      fired: ['WARN'],
      changes: [
        {
          kind: 'MOVED',
          by: 'LimitExtended',
          who: director.id,
          due: { from: at('03-18 17:30'), to: at('03-23 17:30') },
        },
      ],
    });
  });

  it('begins another for whoever gets the case next, and says that the first was only taken away', () => {
    const missed = due(cases.assigned().state().clocks, 'ack', 'E1');
    const passedOn = cases
      .assigned()
      .after(missed.command, { now: missed.now })
      .after(acknowledge, { actor: cadre('bo'), now: missed.now + 60_000 });
    const acks = clockLedger(passedOn.history()).filter(({ step }) => step === 'ack');
    expect(acks).toMatchObject([
      { attempt: 1, end: { by: 'CaseReassigned', done: false } },
      { attempt: 2, end: { by: 'CaseAcknowledged', done: true, late: false } },
    ]);
  });
});
