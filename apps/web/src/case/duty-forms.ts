import type { CasePage, CommandPath } from '../api/cases';
import { worded, type CommandForm, type Option, type Values } from '../forms/questions';
import { typeName } from '../names';
import { catalogue } from '../session';
import { partyOptions } from './parties';

type CaseForm = CommandForm<CommandPath>;

const FEWER: Readonly<Record<string, readonly string[]>> = {
  RED: ['ORANGE', 'YELLOW', 'BLUE'],
  ORANGE: ['YELLOW', 'BLUE'],
  YELLOW: ['BLUE'],
};

const types = (): readonly Option[] =>
  (catalogue.value?.caseTypes ?? []).map(({ code }) => ({ code, label: typeName(code) }));

/** Who has not been told of the danger yet. */
const untold = ({ clocks }: CasePage): readonly string[] => [
  ...(clocks.some(({ step }) => step === 'tellLeader') ? ['LEADER'] : []),
  ...(clocks.some(({ step }) => step === 'tellCounty') ? ['COUNTY'] : []),
];

const isWorse = ({ worse }: Values): boolean => worse === true;

/** A look at a danger says its signs only where they are worse than before. */
const lookAgain = ({ note, worse, violence, gathered, threatToLife, weapon }: Values): object =>
  worse === true ? { note, signs: { violence: Number(violence), gathered, threatToLife, weapon } } : { note };

/** What has to be done beside the handling of a case (`docs/domain.md §4.3, §4.4`). */
export const DUTY_FORMS: Readonly<Record<string, (page: CasePage) => CaseForm>> = {
  ReportToPolice: () => ({ path: 'police-report', questions: [{ name: 'note', kind: 'text' }] }),
  RecordPoliceResult: () => ({
    path: 'police-result',
    questions: [
      { name: 'gambling', kind: 'tick', first: false },
      { name: 'seriousCrime', kind: 'tick', first: false },
      { name: 'note', kind: 'text', optional: true },
    ],
  }),
  RecordTransferReceipt: () => ({
    path: 'transfer-receipt',
    questions: [{ name: 'reference', kind: 'line', optional: true }],
  }),
  NameRepresentatives: (page) => ({
    path: 'representatives',
    questions: [
      {
        name: 'representatives',
        kind: 'several',
        options: partyOptions(
          page,
          page.parties.map(({ partyId }) => partyId),
        ),
      },
    ],
  }),
  RecordRiskTold: (page) => ({
    path: 'risk-told',
    questions: [{ name: 'whom', kind: 'choice', options: worded('toldOfRisk', untold(page)) }],
  }),
  CheckRisk: () => ({
    path: 'risk-check',
    questions: [
      { name: 'note', kind: 'text' },
      { name: 'worse', kind: 'tick', first: false },
      { name: 'violence', kind: 'choice', first: '0', options: worded('violence', ['0', '1', '2']), shown: isWorse },
      { name: 'gathered', kind: 'number', first: 0, shown: isWorse },
      { name: 'threatToLife', kind: 'tick', first: false, shown: isWorse },
      { name: 'weapon', kind: 'tick', first: false, shown: isWorse },
    ],
    body: lookAgain,
  }),
  LowerRisk: ({ risk }) => ({
    path: 'risk-level',
    questions: [
      { name: 'level', kind: 'choice', options: worded('risk', FEWER[risk?.level ?? ''] ?? []) },
      { name: 'reason', kind: 'text' },
    ],
  }),
  OpenFollowUp: () => ({
    path: 'follow-up',
    questions: [
      { name: 'typeCode', kind: 'choice', options: types() },
      { name: 'because', kind: 'choice', options: worded('followUpReason', ['CONTROLLED', 'OTHER_MATTER']) },
    ],
  }),
};
