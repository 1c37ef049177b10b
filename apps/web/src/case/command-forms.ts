import type { AssignmentDecision, CasePage, CommandPath } from '../api/cases';
import { readCadresOf, readCadresWith, type Cadre } from '../api/organisation';
import { worded, yesOrNo, type CommandForm, type Option, type Question, type Values } from '../forms/questions';
import { said, t } from '../language';
import { choiceName } from '../names';
import { AGENCY_FORMS } from './agency-forms';
import { DUTY_FORMS } from './duty-forms';
import { PROTECTION_FORMS } from './protection-forms';
import { PETITION_FORMS } from './petition-forms';
import { awaitedByTierOffer, disputing, partyOptions } from './parties';
import { catalogue, session } from '../session';
import { limitInWords } from '../in-words/time';

type CaseForm = CommandForm<CommandPath>;

type List = 'outcomes' | 'rejectReasons' | 'declineReasons' | 'transferBodies' | 'suspendReasons';

const listOf = (list: List): readonly Option[] =>
  (catalogue.value?.choices[list] ?? []).map(({ code }) => ({ code, label: choiceName(list, code) }));

/** People of the township; for a matter of the county its mediators. */
const handlersOf = (page: CasePage): Promise<readonly Cadre[]> =>
  page.tier === 'K' ? readCadresWith('COUNTY_MEDIATOR') : readCadresOf(page.place.townshipId);

const panelists = async (): Promise<readonly Cadre[]> => [
  ...(await readCadresWith('COUNTY_SUPERVISOR')),
  ...(await readCadresWith('COUNTY_MEDIATOR')),
];

const byHand = ({ how }: Values): boolean => how === 'HAND';

const choosing = (page: CasePage, shown: (values: Values) => boolean = () => true): readonly Question[] => [
  { name: 'how', kind: 'choice', first: 'ENGINE', options: worded('assignHow', ['ENGINE', 'HAND']), shown },
  {
    name: 'cadreId',
    kind: 'cadre',
    people: () => handlersOf(page),
    without: page.handler === null ? [] : [page.handler],
    shown: (values) => shown(values) && byHand(values),
  },
];

/** `how` only steers the form. */
const withoutHow = ({ how: _, ...body }: Values): object => body;

/** What the case was found to need when it was given to somebody. */
const mustSkills = ({ timeline }: CasePage): readonly string[] =>
  (timeline.findLast(({ data }) => data['decision'] !== undefined)?.data['decision'] as AssignmentDecision | undefined)
    ?.mustSkills ?? [];

const result = (page: CasePage): readonly Question[] => [
  {
    name: 'outcome',
    kind: 'choice',
    options: listOf('outcomes').filter(
      ({ code }) => page.type.dispute || !['AGREED', 'NOT_AGREED_GUIDED'].includes(code),
    ),
  },
  { name: 'result', kind: 'text' },
  { name: 'skillsUsed', kind: 'skills', near: mustSkills(page), optional: true },
];

const rejectReasons = (): readonly Option[] =>
  (catalogue.value?.choices.rejectReasons ?? []).map(({ code, route }) => ({
    code,
    label: choiceName('rejectReasons', code),
    hint: said(route),
  }));

const FORMS: Readonly<Record<string, (page: CasePage) => CaseForm>> = {
  AcceptCase: ({ type }) => ({
    path: 'accept',
    questions: [
      { name: 'violence', kind: 'choice', first: '0', options: worded('violence', ['0', '1', '2']) },
      { name: 'gathered', kind: 'number', first: 0 },
      ...(type.dispute || type.code === 'RPT-DOM' ? [{ name: 'relapses', kind: 'number', first: 0 } as const] : []),
      { name: 'threatToLife', kind: 'tick', first: false },
      { name: 'weapon', kind: 'tick', first: false },
      ...(type.code.startsWith('PET-') ? [{ name: 'newFacts', kind: 'text', optional: true } as const] : []),
    ],
    body: (values) => ({ ...values, violence: Number(values['violence']) }),
  }),
  RejectCase: () => ({
    path: 'reject',
    questions: [
      { name: 'reason', kind: 'choice', options: rejectReasons() },
      { name: 'guidance', kind: 'text' },
    ],
  }),
  HandleImmediately: (page) => ({ path: 'handle-immediately', questions: result(page) }),
  AssignCase: (page) => ({ path: 'assign', questions: choosing(page), body: withoutHow }),
  Acknowledge: () => ({ path: 'acknowledge', questions: [] }),
  DeclineAssignment: () => ({
    path: 'decline',
    questions: [
      { name: 'reason', kind: 'choice', options: listOf('declineReasons') },
      { name: 'note', kind: 'text', optional: true },
    ],
  }),
  RecordFirstResponse: () => ({
    path: 'first-response',
    questions: [
      {
        name: 'contact',
        kind: 'choice',
        options: worded('contact', ['CALL', 'VISIT', 'ON_SITE', 'WINDOW', 'RECEIPT_CODE']),
      },
      { name: 'note', kind: 'text' },
      { name: 'happenedAt', kind: 'when', optional: true },
    ],
    says: { hours: catalogue.value?.claimableHours },
  }),
  AddProgress: () => ({ path: 'progress', questions: [{ name: 'note', kind: 'text' }] }),
  ResolveCase: (page) => ({ path: 'resolve', questions: result(page) }),
  ExtendLimit: (page) => {
    const bound = catalogue.value?.profiles.find(({ code }) => code === page.profile)?.extension;
    return {
      path: 'extend',
      questions: [
        { name: 'n', kind: 'number', first: bound?.n ?? 1 },
        { name: 'reason', kind: 'text' },
      ],
      body: (values) => ({ unit: bound?.unit, ...values }),
      says: bound ? { limit: limitInWords(bound), unit: t(`limitUnit.${bound.unit}`) } : {},
    };
  },
  ReassignCase: (page) => ({
    path: 'reassign',
    questions: choosing(page),
    body: (values) => ({
      ...withoutHow(values),
      reason: session.value?.role === 'CENTRE_DIRECTOR' ? 'DIRECTOR' : 'ORDER',
    }),
  }),
  TransferOut: () => ({
    path: 'transfer',
    questions: [
      { name: 'body', kind: 'choice', options: listOf('transferBodies') },
      { name: 'note', kind: 'text' },
    ],
  }),
  WithdrawCase: () => ({ path: 'withdraw', questions: [{ name: 'reason', kind: 'text' }] }),
  TakeEscalationAction: (page) => {
    const steps = Object.keys(page.escalated).filter((step) => page.escalated[step] === 'E2');
    const actions =
      page.handler === null ? ['ORDER', 'EXTEND', 'ACCEPT_REASON'] : ['REASSIGN', 'ORDER', 'EXTEND', 'ACCEPT_REASON'];
    return {
      path: 'escalation-action',
      questions: [
        { name: 'step', kind: 'choice', first: steps[0], options: worded('step', steps) },
        { name: 'action', kind: 'choice', options: worded('escalationAction', actions) },
        ...choosing(page, ({ action }) => action === 'REASSIGN'),
        { name: 'holdUntil', kind: 'when', shown: ({ action }) => action === 'EXTEND' || action === 'ACCEPT_REASON' },
        { name: 'reason', kind: 'text' },
      ],
      body: withoutHow,
    };
  },
  DecideCountyReview: () => {
    const chair = session.value?.actorId ?? '';
    return {
      path: 'county-review',
      questions: [
        { name: 'verdict', kind: 'choice', options: worded('verdict', ['UPHELD', 'REDO']) },
        { name: 'panel', kind: 'cadres', people: panelists, without: [chair] },
        { name: 'reason', kind: 'text' },
        { name: 'remediesTold', kind: 'tick', first: false },
      ],
      body: (values) => ({ ...values, panel: [chair, ...(values['panel'] as readonly string[])] }),
      says: { size: catalogue.value?.review.panelSize },
    };
  },
  StartMediation: () => ({ path: 'mediation', questions: [] }),
  BarMediation: () => ({
    path: 'mediation-bar',
    questions: [
      {
        name: 'bar',
        kind: 'choice',
        options: worded('mediationBar', ['CRIMINAL', 'COURT', 'POLICE', 'OTHER_AUTHORITY']),
      },
      { name: 'note', kind: 'text' },
    ],
  }),
  RaiseTier: ({ handler }) => ({
    path: 'raise-tier',
    questions: [
      {
        name: 'because',
        kind: 'choice',
        options: worded('raiseReason', [handler === session.value?.actorId ? 'HANDLER' : 'LEADER', 'PARTIES']),
      },
      { name: 'reason', kind: 'text' },
    ],
  }),
  ObjectToRaise: (page) => ({
    path: 'objections',
    questions: [{ name: 'party', kind: 'choice', options: partyOptions(page, disputing(page)) }],
  }),
  AnswerTierOffer: (page) => ({
    path: 'tier-offer-answers',
    questions: [
      { name: 'party', kind: 'choice', options: partyOptions(page, awaitedByTierOffer(page)) },
      { name: 'accepts', kind: 'yesNo', options: yesOrNo() },
    ],
  }),
  SuspendCase: () => ({
    path: 'suspend',
    questions: [
      { name: 'reason', kind: 'choice', options: listOf('suspendReasons') },
      { name: 'note', kind: 'text' },
      { name: 'until', kind: 'when' },
    ],
  }),
  ResumeCase: () => ({ path: 'resume', questions: [] }),
  MergeCase: ({ caseId, type, place }) => ({
    path: 'merge',
    questions: [{ name: 'into', kind: 'case', like: { caseId, typeCode: type.code, villages: place.villageIds } }],
  }),
  UnmergeCase: () => ({ path: 'unmerge', questions: [{ name: 'reason', kind: 'text' }] }),
  ...DUTY_FORMS,
  ...PROTECTION_FORMS,
  ...PETITION_FORMS,
  ...AGENCY_FORMS,
};

/** Commands that these pages have a form for, in the order in which their buttons stand. */
export const COMMANDS: readonly string[] = [
  ...['AcceptCase', 'AssignCase', 'Acknowledge', 'RecordFirstResponse', 'StartMediation', 'ResolveCase', 'AddProgress'],
  ...[
    'AnswerTierOffer',
    'ResumeCase',
    'DecideOutsideLaw',
    'DecideCountyReview',
    'TakeEscalationAction',
    'HandleImmediately',
  ],
  ...['ExtendLimit', 'ReassignCase', 'RaiseTier', 'ObjectToRaise', 'SuspendCase', 'BarMediation', 'MergeCase'],
  ...['ReportToPolice', 'RecordRiskTold', 'NameRepresentatives', 'CheckRisk', 'OpenFollowUp', 'LowerRisk'],
  ...['RecordTransferReceipt', 'RecordPoliceResult', 'AskCountyReview'],
  ...['DeclareRecusal', 'RaiseConfidentiality', 'AddNamedReader', 'RemoveNamedReader'],
  ...['NoticeAcceptance', 'DeliverAnswer', 'RequestExamination', 'AnswerExamination', 'LinkFinalPetition'],
  'ConfirmWithdrawal',
  ...['EntrustAgency', 'CheckMaterials', 'SupplyMaterials', 'SubmitAgency', 'RecordAgencyResult', 'DeliverAgency'],
  ...['MoveOriginal', 'ArchiveAgency', 'RecordSaving'],
  ...['UnmergeCase', 'DeclineAssignment', 'RejectCase', 'TransferOut', 'WithdrawCase'],
];

/** The first steps of a case are its main way; the rest stands aside. */
export const isMainStep = (command: string): boolean =>
  COMMANDS.indexOf(command) < COMMANDS.indexOf('TakeEscalationAction');

export const formOf = (command: string, page: CasePage): CaseForm => FORMS[command]!(page);
