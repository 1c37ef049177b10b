import { reject } from '#kernel';
import type { Confidentiality } from '#policy';
import { assertStage, BEFORE_RESOLVED, type CaseContext } from './case-context.js';
import type { AddNamedReader, RaiseConfidentiality, RemoveNamedReader } from './case-protection.commands.js';
import type { CaseEvent } from './case.events.js';
import type { Case } from './case.state.js';
import type { CaseStage } from './case-types.js';
import { keptOut } from './who-was-involved.js';

const RANK: Readonly<Record<Confidentiality, number>> = { N: 0, C: 1, X: 2 };

/** Whatever has become of the matter, who may read of it still counts. */
const ANY_STAGE: readonly CaseStage[] = [
  ...BEFORE_RESOLVED,
  ...(['RESOLVED', 'COUNTY_REVIEW', 'CLOSED', 'REJECTED', 'TRANSFERRED_OUT', 'WITHDRAWN', 'MERGED'] as const),
];

/** By a person with a reason, and never down again (`docs/domain.md §4.5`). @throws CommandRejected `CONFIDENTIALITY_ONLY_RISES` */
export const raiseConfidentiality = (
  { data: { to, reason } }: RaiseConfidentiality,
  state: Case,
  { now, actor }: CaseContext,
): CaseEvent[] => {
  assertStage(state, ...ANY_STAGE);
  const { confidentiality: from } = state.file;
  if (to === from) return [];
  if (RANK[to] < RANK[from]) reject('CONFIDENTIALITY_ONLY_RISES', { field: 'to', from });
  if (reason.trim() === '') reject('REASON_MISSING', { field: 'reason' });
  return [{ type: 'ConfidentialityRaised', occurredAt: now, data: { by: actor.id, from, level: to, reason } }];
};

/** @throws CommandRejected `NOT_SEALED`, `READER_KEPT_OUT` */
export const addNamedReader = (
  { data: { reader } }: AddNamedReader,
  state: Case,
  { now, actor }: CaseContext,
): CaseEvent[] => {
  assertSealed(state);
  if (state.readers.includes(reader)) return [];
  const isParty = state.file?.parties.some(({ partyId }) => partyId === reader) ?? false;
  if (isParty || keptOut(state).includes(reader)) reject('READER_KEPT_OUT', { field: 'reader', reader });
  return [{ type: 'NamedReaderAdded', occurredAt: now, data: { by: actor.id, reader } }];
};

export const removeNamedReader = (
  { data: { reader } }: RemoveNamedReader,
  state: Case,
  { now, actor }: CaseContext,
): CaseEvent[] => {
  assertSealed(state);
  if (!state.readers.includes(reader)) return [];
  return [{ type: 'NamedReaderRemoved', occurredAt: now, data: { by: actor.id, reader } }];
};

const assertSealed = (state: Case): void => {
  assertStage(state, ...ANY_STAGE);
  if (state.file.confidentiality !== 'X') reject('NOT_SEALED');
};
