import { hash } from 'node:crypto';
import type { Instant } from '#kernel';
import { canonicalJson } from './canonical-json.js';
import type { StoredEvent } from './event-store.js';

/** An event as its bytes stand in the log, before any upcasting. */
export interface ChainLink {
  readonly stream: string;
  readonly revision: number;
  readonly type: string;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
  /** RFC 8785 text. */
  readonly metadata: string;
  /** RFC 8785 text. */
  readonly data: string;
  readonly hash: string;
}

/**
 * `sha256(previous hash ‖ envelope ‖ data)` in hex. Four lines joined by line feeds, which no canonical JSON text
 * contains: the predecessor's hash (empty for the first event), the array
 * `[stream,revision,type,occurredAt,recordedAt]`, the metadata, the data.
 */
export const chainHash = (previousHash: string, link: Omit<ChainLink, 'hash'>): string =>
  // One call is twice as fast as an incremental hash.
  hash(
    'sha256',
    `${previousHash}\n[${JSON.stringify(link.stream)},${link.revision},${JSON.stringify(link.type)},${link.occurredAt},${link.recordedAt}]\n${link.metadata}\n${link.data}`,
    'hex',
  );

/** Of an event as it was written: read it from a store without upcasters. */
export const chainLinkOf = ({ stream, revision, recordedAt, event, metadata, hash }: StoredEvent): ChainLink => ({
  stream,
  revision,
  type: event.type,
  occurredAt: event.occurredAt,
  recordedAt,
  metadata: canonicalJson(metadata).text,
  data: canonicalJson(event.data).text,
  hash,
});

export type ChainFault =
  | { readonly fault: 'REVISION'; readonly stream: string; readonly revision: number; readonly expected: number }
  | { readonly fault: 'HASH'; readonly stream: string; readonly revision: number }
  | { readonly fault: 'CLOCK'; readonly stream: string; readonly revision: number };

/** First fault of one stream's events, given from revision 0 on; undefined where the chain holds. */
export const verifyStreamChain = (links: Iterable<ChainLink>): ChainFault | undefined => {
  let [expected, previousHash, recordedAt] = [0, '', -Infinity];
  for (const link of links) {
    const { stream, revision } = link;
    if (revision !== expected) return { fault: 'REVISION', stream, revision, expected };
    if (link.hash !== chainHash(previousHash, link)) return { fault: 'HASH', stream, revision };
    if (link.recordedAt < recordedAt) return { fault: 'CLOCK', stream, revision };
    [expected, previousHash, recordedAt] = [revision + 1, link.hash, link.recordedAt];
  }
  return undefined;
};
