import type { CasePage } from '../api/cases';
import { personName } from '../names';

/** Of somebody who mediates: as the mediation names him, or as the case does. */
export const mediatorName = (people: Readonly<Record<string, string>>, page: CasePage, id: string): string =>
  people[id] ?? personName(page.people, id);
