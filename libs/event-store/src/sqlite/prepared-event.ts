import type { AnyEvent } from '#kernel';
import { canonicalJson, NotCanonical } from '../canonical-json.js';
import type { EventMetadata, NewEvent } from '../event-store.js';

/** An event with the texts that will be stored and hashed, made before the writer's turn comes. */
export interface PreparedEvent {
  readonly event: AnyEvent;
  readonly metadata: EventMetadata;
  readonly dataText: string;
  readonly metadataText: string;
}

/**
 * What comes back from an append equals what a later read gives: a hot aggregate and a reloaded one never differ.
 *
 * @throws NotCanonical
 */
export const prepareEvent = ({ event, metadata }: NewEvent): PreparedEvent => {
  const { type, occurredAt } = event;
  if (!Number.isSafeInteger(occurredAt)) throw new NotCanonical('NUMBER', '/occurredAt');
  const data = canonicalJson(event.data);
  const about = canonicalJson(metadata);
  return {
    event: { type, occurredAt, data: data.plain ? event.data : (JSON.parse(data.text) as unknown) },
    metadata: about.plain ? metadata : (JSON.parse(about.text) as EventMetadata),
    dataText: data.text,
    metadataText: about.text,
  };
};
