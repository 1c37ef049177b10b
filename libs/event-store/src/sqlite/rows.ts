import type { AnyEvent, Instant } from '#kernel';
import { type EventMetadata, type GlobalPosition, START, type StoredEvent } from '../event-store.js';
import type { ChainLink } from '../hash-chain.js';
import type { Upcasters } from '../upcasting.js';

export const COLUMNS = 'position, stream, revision, type, occurred_at, recorded_at, metadata, data, hash';

/** A row in the order of `COLUMNS`; arrays cost half of what objects do. */
export type EventRow = readonly [
  position: number,
  stream: string,
  revision: number,
  type: string,
  occurredAt: Instant,
  recordedAt: Instant,
  metadata: string,
  data: string,
  hash: string,
];

const POSITION_DIGITS = 16;

export const toPosition = (position: number): GlobalPosition =>
  position === 0 ? START : String(position).padStart(POSITION_DIGITS, '0');

/** @throws RangeError for a position of another store. */
export const fromPosition = (position: GlobalPosition): number => {
  if (position === START) return 0;
  const number = Number(position);
  if (!Number.isSafeInteger(number) || number < 0) throw new RangeError(`no position of this log: ${position}`);
  return number;
};

export const toStoredEvent = (row: EventRow, upcasters: Upcasters): StoredEvent => {
  const [position, stream, revision, type, occurredAt, recordedAt, metadataText, dataText, hash] = row;
  const metadata = JSON.parse(metadataText) as EventMetadata;
  const event: AnyEvent = { type, occurredAt, data: JSON.parse(dataText) as unknown };
  return {
    stream,
    revision,
    position: toPosition(position),
    recordedAt,
    event: upcasters.upcast(event, metadata.schemaVersion),
    metadata,
    hash,
  };
};

export const toChainLink = (row: EventRow): ChainLink => {
  const [, stream, revision, type, occurredAt, recordedAt, metadata, data, hash] = row;
  return { stream, revision, type, occurredAt, recordedAt, metadata, data, hash };
};
