import type { CasePage, CommandPath } from '../api/cases';
import { readCadresOf, type Cadre } from '../api/organisation';
import { worded, yesOrNo, type CommandForm } from '../forms/questions';
import { session } from '../session';
import { partyOptions } from './parties';

type CaseForm = CommandForm<CommandPath>;

const inTownship = ({ place }: CasePage): Promise<readonly Cadre[]> => readCadresOf(place.townshipId);

const everyParty = (page: CasePage) =>
  partyOptions(
    page,
    page.parties.map(({ partyId }) => partyId),
  );

/** Who may know of a case, who keeps out of it, and what its resident may still ask for (`docs/domain.md §4.5, §5.3`). */
export const PROTECTION_FORMS: Readonly<Record<string, (page: CasePage) => CaseForm>> = {
  RaiseConfidentiality: ({ confidentiality }) => ({
    path: 'confidentiality',
    questions: [
      { name: 'to', kind: 'choice', options: worded('confidentiality', confidentiality === 'N' ? ['C', 'X'] : ['X']) },
      { name: 'reason', kind: 'text' },
    ],
  }),
  AddNamedReader: (page) => ({
    path: 'readers',
    questions: [{ name: 'reader', kind: 'cadre', people: () => inTownship(page), beside: true, without: page.readers }],
  }),
  RemoveNamedReader: (page) => ({
    path: 'readers/remove',
    questions: [
      {
        name: 'reader',
        kind: 'choice',
        options: page.readers.map((code) => ({ code, label: page.people[code]?.name ?? code })),
      },
    ],
  }),
  DeclareRecusal: (page) => ({
    path: 'recusals',
    questions: [
      {
        name: 'declaredBy',
        kind: 'choice',
        options: worded('declaredBy', [
          'SELF',
          'PARTY',
          ...(session.value?.role === 'CENTRE_DIRECTOR' ? ['DIRECTOR'] : []),
        ]),
      },
      {
        name: 'cadreId',
        kind: 'cadre',
        people: () => inTownship(page),
        beside: true,
        shown: ({ declaredBy }) => declaredBy !== 'SELF',
      },
      { name: 'party', kind: 'choice', options: everyParty(page), shown: ({ declaredBy }) => declaredBy === 'PARTY' },
      { name: 'reason', kind: 'text' },
    ],
    body: (values) => (values['declaredBy'] === 'SELF' ? { ...values, cadreId: session.value?.actorId } : values),
  }),
  DecideOutsideLaw: () => ({
    path: 'outside-law',
    questions: [
      { name: 'approves', kind: 'yesNo', options: yesOrNo() },
      { name: 'reason', kind: 'text' },
    ],
  }),
  AskCountyReview: (page) => ({
    path: 'county-review/ask',
    questions: [{ name: 'party', kind: 'choice', options: everyParty(page) }],
  }),
};
