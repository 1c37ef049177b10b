import type { DutyEvent } from '#duty/domain';
import type { Notice } from '#notifications/domain';
import { inTheInbox } from './cadre-notices.js';

/** Everybody who stands in a new roster, once; and whoever a swap concerns (`docs/domain.md §2.4, §5.8`). */
export const noticesOfDuty = (event: DutyEvent): readonly Notice[] => {
  switch (event.type) {
    case 'RosterPublished': {
      const { week, shifts, onSite } = event.data;
      const named = shifts.flatMap(({ cadreId, substitute }) => [cadreId, substitute]);
      return [...new Set([...named, ...onSite.map(({ cadreId }) => cadreId)])].map((cadreId) =>
        inTheInbox(cadreId, { text: 'roster.published', params: { week } }),
      );
    }
    case 'DutySwapped': {
      const { from, out, in: taken } = event.data;
      return [
        inTheInbox(out, { text: 'duty.given', params: { from, other: taken } }),
        inTheInbox(taken, { text: 'duty.taken', params: { from, other: out } }),
      ];
    }
    default:
      return [];
  }
};
