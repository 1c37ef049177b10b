import type { CasePage } from '../api/cases';
import type { Option } from '../forms/questions';
import { t, word } from '../language';

export const partyName = ({ parties }: CasePage, id: string): string =>
  parties.find(({ partyId }) => partyId === id)?.name ?? t('person.erased');

/** Parties as somebody chooses them: by the name he sees, and their side. */
export const partyOptions = (page: CasePage, among: readonly string[]): readonly Option[] =>
  page.parties
    .filter(({ partyId }) => among.includes(partyId))
    .map(({ partyId, side }) => ({
      code: partyId,
      label: t('person.withPost', { name: partyName(page, partyId), post: word('side', side) }),
    }));

/** Whose dispute it is: who only told of it is no side of it. */
export const disputing = ({ parties }: CasePage): readonly string[] =>
  parties.filter(({ side }) => side !== 'OTHER').map(({ partyId }) => partyId);

/** Who has not said yet whether mediation is wanted at the next tier. */
export const awaitedByTierOffer = ({ timeline }: CasePage): readonly string[] => {
  const offered = timeline.findLast(({ type }) => type === 'NextTierOffered');
  if (!offered) return [];
  const answered = timeline
    .filter(({ type, revision }) => type === 'TierOfferAnswered' && revision > offered.revision)
    .map(({ data }) => data['party']);
  return (offered.data['parties'] as readonly string[]).filter((party) => !answered.includes(party));
};
