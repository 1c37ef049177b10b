import type { CasePage, CommandPath } from '../api/cases';
import { readCadresOf, readCadresWith, type Cadre } from '../api/organisation';
import { said, t, word } from '../language';
import { choiceName } from '../names';
import { catalogue, session } from '../session';
import { limitInWords } from '../in-words/time';

export interface Option {
  readonly code: string;
  readonly label: string;
  /** Shown beneath once it is chosen. */
  readonly hint?: string;
}

export type Values = Record<string, unknown>;

/** One question of a form. `shown`: asked only then, and sent only then. */
export interface Question {
  readonly name: string;
  readonly kind: 'text' | 'line' | 'choice' | 'number' | 'tick' | 'skills' | 'cadre' | 'cadres' | 'when';
  readonly first?: unknown;
  readonly options?: readonly Option[];
  readonly optional?: boolean;
  readonly people?: () => Promise<readonly Cadre[]>;
  readonly without?: readonly string[];
  readonly shown?: (values: Values) => boolean;
}

export interface CommandForm {
  /** Last part of the command's address. */
  readonly path: CommandPath;
  readonly questions: readonly Question[];
  /** Where the answers are not sent as they are. */
  readonly body?: (values: Values) => object;
  /** Numbers that the introduction and the labels name. */
  readonly says?: Readonly<Record<string, unknown>>;
}

const worded = (group: string, codes: readonly string[]): readonly Option[] =>
  codes.map((code) => ({ code, label: word(group, code) }));

type List = 'outcomes' | 'rejectReasons' | 'declineReasons' | 'transferBodies';

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

const result = (page: CasePage): readonly Question[] => [
  {
    name: 'outcome',
    kind: 'choice',
    options: listOf('outcomes').filter(
      ({ code }) => page.type.dispute || !['AGREED', 'NOT_AGREED_GUIDED'].includes(code),
    ),
  },
  { name: 'result', kind: 'text' },
  { name: 'skillsUsed', kind: 'skills', optional: true },
];

const rejectReasons = (): readonly Option[] =>
  (catalogue.value?.choices.rejectReasons ?? []).map(({ code, route }) => ({
    code,
    label: choiceName('rejectReasons', code),
    hint: said(route),
  }));

const FORMS: Readonly<Record<string, (page: CasePage) => CommandForm>> = {
  AcceptCase: ({ type }) => ({
    path: 'accept',
    questions: [
      { name: 'violence', kind: 'choice', first: '0', options: worded('violence', ['0', '1', '2']) },
      { name: 'gathered', kind: 'number', first: 0 },
      ...(type.dispute || type.code === 'RPT-DOM' ? [{ name: 'relapses', kind: 'number', first: 0 } as const] : []),
      { name: 'threatToLife', kind: 'tick', first: false },
      { name: 'weapon', kind: 'tick', first: false },
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
  WithdrawCase: ({ type }) => ({
    path: 'withdraw',
    questions: [
      { name: 'reason', kind: 'text' },
      ...(/^(PET|INQ)-/.test(type.code) ? [{ name: 'freeWillConfirmedBy', kind: 'line' } as const] : []),
    ],
  }),
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
};

/** Commands that these pages have a form for, in the order in which their buttons stand. */
export const COMMANDS: readonly string[] = [
  ...['AcceptCase', 'AssignCase', 'Acknowledge', 'RecordFirstResponse', 'ResolveCase', 'AddProgress'],
  ...['DecideCountyReview', 'TakeEscalationAction', 'HandleImmediately', 'ExtendLimit', 'ReassignCase'],
  ...['DeclineAssignment', 'RejectCase', 'TransferOut', 'WithdrawCase'],
];

/** The first steps of a case are its main way; the rest stands aside. */
export const isMainStep = (command: string): boolean =>
  COMMANDS.indexOf(command) < COMMANDS.indexOf('TakeEscalationAction');

export const formOf = (command: string, page: CasePage): CommandForm => FORMS[command]!(page);

const EAST_8 = '+08:00';

/** What the station is sent: only what was asked, nothing that was left empty. */
export const bodyOf = ({ questions, body = (values) => values }: CommandForm, values: Values): object => {
  const asked = questions.filter(({ shown }) => shown?.(values) ?? true);
  const entries = asked.map(
    ({ name, kind }) => [name, kind === 'when' ? withOffset(values[name]) : values[name]] as const,
  );
  return body(Object.fromEntries(entries.filter(([, value]) => value !== '' && value !== undefined)));
};

/** A field for date and time knows no zone: the county's is meant. */
const withOffset = (local: unknown): unknown =>
  typeof local === 'string' && local !== '' ? `${local}:00${EAST_8}` : undefined;
