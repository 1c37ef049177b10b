import { reject } from '#kernel';
import { liesWithin, villageCodeOf } from './area.js';
import type { CadreRecord } from './cadre-facts.js';
import type { EndPosting, NewPosting } from './cadre.commands.js';
import type { CadreEvent } from './cadre.events.js';
import type { CadreContext } from './cadre-state.js';
import { requireOpaque } from './opaque-id.js';
import { roleOf } from './registration.js';

export const startPosting = (posting: NewPosting, record: CadreRecord, { now }: CadreContext): CadreEvent[] => {
  const { postingId, path, from } = posting;
  requireOpaque({ postingId, path: path.slice(1) });
  const role = roleOf(posting.role);
  if (record.postings.some((one) => one.postingId === postingId)) return reject('POSTING_EXISTS', { postingId });
  if (!liesWithin(path, '/county')) return reject('PATH_UNKNOWN', { field: 'path' });
  if (from > now) return reject('POSTING_IN_THE_FUTURE', { field: 'from' });
  if (record.kind === 'LAY_MEDIATOR' && role !== 'MEDIATOR') {
    return reject('LAY_MEDIATOR_MEDIATES_ONLY', { field: 'role' });
  }
  const residence = role === 'RESIDENT_INSTRUCTOR';
  if (residence && villageCodeOf(path) === undefined) return reject('VILLAGE_NEEDED', { field: 'path' });
  const resident = record.postings.find((one) => one.residence && one.to === undefined);
  if (residence && resident) {
    return reject('RESIDENCE_POSTING_ACTIVE', { postingId: resident.postingId, path: resident.path });
  }
  return [
    {
      type: 'PostingStarted',
      occurredAt: now,
      data: { cadreId: record.cadreId, postingId, role, path, residence, from },
    },
  ];
};

export const endPosting = ({ data }: EndPosting, record: CadreRecord, { now }: CadreContext): CadreEvent[] => {
  const { postingId, to } = data;
  const posting = record.postings.find((one) => one.postingId === postingId);
  if (!posting) return reject('POSTING_UNKNOWN', { postingId });
  if (posting.to !== undefined) return posting.to === to ? [] : reject('POSTING_ENDED', { postingId });
  if (to > now) return reject('POSTING_END_IN_THE_FUTURE', { field: 'to' });
  if (to < posting.from) return reject('POSTING_END_BEFORE_START', { field: 'to' });
  return [
    { type: 'PostingEnded', occurredAt: now, data: { cadreId: record.cadreId, postingId, path: posting.path, to } },
  ];
};
