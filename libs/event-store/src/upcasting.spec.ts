import { describe, expect, it } from '@jest/globals';
import type { AnyEvent } from '#kernel';
import { createUpcasters, type Upcaster } from './upcasting.js';

/** As the log of a county holds it since the first version: never to be edited. */
const golden = {
  1: '{"data":{"caseId":"c1","village":"T01-V07"},"occurredAt":1771000000000,"type":"CaseRegistered"}',
  2: '{"data":{"caseId":"c1","place":{"village":"T01-V07"}},"occurredAt":1771000000000,"type":"CaseRegistered"}',
  3: '{"data":{"caseId":"c1","parties":[],"place":{"village":"T01-V07"}},"occurredAt":1771000000000,"type":"CaseRegistered"}',
} as const;

const placeInsteadOfVillage: Upcaster = {
  type: 'CaseRegistered',
  from: 1,
  upcast: ({ type, data }) => {
    const { village, ...rest } = data as { village: string };
    return { type, data: { ...rest, place: { village } } };
  },
};
const severalParties: Upcaster = {
  type: 'CaseRegistered',
  from: 2,
  upcast: ({ type, data }) => ({ type, data: { ...(data as object), parties: [] } }),
};
const { upcast, currentVersion } = createUpcasters([severalParties, placeInsteadOfVillage]);
const today = JSON.parse(golden[3]) as AnyEvent;

describe('events of older schemas', () => {
  it.each([1, 2, 3] as const)('are lifted from version %d to the one of today', (version) => {
    expect(upcast(JSON.parse(golden[version]) as AnyEvent, version)).toEqual(today);
  });

  it('are written in the version of today', () => {
    expect(currentVersion('CaseRegistered')).toBe(3);
    expect(currentVersion('CaseClosed')).toBe(1);
  });

  it('pass through where nobody knows them, or where they are newer than the program', () => {
    const unknown: AnyEvent = { type: 'MoonLanded', occurredAt: 1, data: { crew: 3 } };
    expect(upcast(unknown, 1)).toBe(unknown);
    expect(upcast(today, 4)).toBe(today);
  });

  it('may be renamed on the way, and go on under the new name', () => {
    const renaming = createUpcasters([
      { type: 'CaseTaken', from: 1, upcast: ({ data }) => ({ type: 'CaseAccepted', data }) },
      { type: 'CaseAccepted', from: 2, upcast: ({ type }) => ({ type, data: { tier: 'V' } }) },
    ]);
    expect(renaming.upcast({ type: 'CaseTaken', occurredAt: 7, data: {} }, 1)).toEqual({
      type: 'CaseAccepted',
      occurredAt: 7,
      data: { tier: 'V' },
    });
  });

  it('are refused at the start where a version is missing or lifted twice', () => {
    expect(() => createUpcasters([severalParties, severalParties])).toThrow('two upcasters');
    expect(() => createUpcasters([placeInsteadOfVillage, { ...severalParties, from: 3 }])).toThrow('no upcaster');
  });
});
