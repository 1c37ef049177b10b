import type { Event } from '#kernel';
import type { Priority, ProfileCode } from '#policy';
import type { MayStartClocks } from './case-duty.events.js';

/** Somebody joined who needs more care: one step up, by the time limits of that step (`docs/domain.md §4.3`). */
export type PriorityRaised = Event<
  'PriorityRaised',
  MayStartClocks & { readonly because: 'VULNERABLE'; readonly priority: Priority; readonly profile: ProfileCode }
>;
