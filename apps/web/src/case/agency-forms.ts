import type { CasePage, CommandPath } from '../api/cases';
import { worded, yesOrNo, type CommandForm, type Option } from '../forms/questions';
import { choiceName } from '../names';
import { catalogue } from '../session';
import { partyOptions } from './parties';

type CaseForm = CommandForm<CommandPath>;

const listOf = (list: 'agencyItems' | 'papers' | 'transferBodies'): readonly Option[] =>
  (catalogue.value?.choices[list] ?? []).map(({ code }) => ({ code, label: choiceName(list, code) }));

/** Paperwork done for a resident (`docs/domain.md §5.4`). */
export const AGENCY_FORMS: Readonly<Record<string, (page: CasePage) => CaseForm>> = {
  EntrustAgency: () => ({
    path: 'agency',
    questions: [
      { name: 'item', kind: 'choice', options: listOf('agencyItems') },
      { name: 'consent', kind: 'line' },
    ],
  }),
  CheckMaterials: () => ({
    path: 'agency/materials',
    questions: [
      { name: 'missing', kind: 'several', options: listOf('papers'), optional: true },
      { name: 'note', kind: 'text' },
    ],
  }),
  SupplyMaterials: () => ({ path: 'agency/materials/supplied', questions: [] }),
  SubmitAgency: () => ({
    path: 'agency/submission',
    questions: [
      { name: 'body', kind: 'choice', options: listOf('transferBodies') },
      { name: 'reference', kind: 'line', optional: true },
    ],
  }),
  RecordAgencyResult: () => ({
    path: 'agency/result',
    questions: [
      { name: 'granted', kind: 'yesNo', options: yesOrNo() },
      { name: 'reference', kind: 'line', optional: true },
    ],
  }),
  DeliverAgency: (page) => ({
    path: 'agency/delivery',
    questions: [
      {
        name: 'signedBy',
        kind: 'choice',
        options: partyOptions(
          page,
          page.parties.map(({ partyId }) => partyId),
        ),
      },
      { name: 'result', kind: 'text' },
      { name: 'skillsUsed', kind: 'skills', optional: true },
    ],
  }),
  MoveOriginal: () => ({
    path: 'agency/originals',
    questions: [
      { name: 'paper', kind: 'choice', options: listOf('papers') },
      { name: 'to', kind: 'choice', options: worded('paperHolder', ['AGENT', 'BODY', 'RESIDENT']) },
    ],
  }),
  ArchiveAgency: () => ({ path: 'agency/archive', questions: [] }),
  RecordSaving: () => ({
    path: 'agency/saving',
    questions: [
      { name: 'trips', kind: 'number', first: 1 },
      { name: 'days', kind: 'number', first: 0 },
    ],
  }),
};
