import type { CasePage } from '../api/cases';
import { Refused } from '../api/client';
import type { FollowedTerm, Mediation, MediationPath } from '../api/mediations';
import { readCadresOf, readCadresWith, type Cadre } from '../api/organisation';
import { partyName, partyOptions } from '../case/parties';
import { worded, yesOrNo, type CommandForm, type Question, type Values } from '../forms/questions';
import { contentOf, termBody, type TermDraft } from '../forms/terms';
import { day, today } from '../in-words/time';
import { t } from '../language';
import { may } from '../session';
import { mediatorName } from './mediator-name';

type MediationForm = CommandForm<MediationPath>;

/** Nobody is ticked beforehand as told: whoever writes it down has told it. */
const routes = (): Question => ({
  name: 'routesTold',
  kind: 'several',
  options: worded('remedyRoute', ['ARBITRATION', 'ADMINISTRATIVE', 'COURT']),
});

/** Who is at hand with the case first, then whoever the directory shows to the asker. */
const mediatorsFor = async (page: CasePage): Promise<readonly Cadre[]> => {
  const atHand = [page.handler, ...page.coHandlers].flatMap((id): Cadre[] => {
    const known = id === null ? undefined : page.people[id];
    return id === null || !known
      ? []
      : [{ cadreId: id, name: known.name, unitId: known.unit, roles: known.roles, villages: [], skills: [] }];
  });
  const listed = may('cadre.read') ? await directoryOf(page) : [];
  return [...atHand, ...listed.filter(({ cadreId }) => atHand.every((one) => one.cadreId !== cadreId))];
};

/** A handler may read himself only: then he writes the number of whom he offers. */
const directoryOf = async ({ tier, place }: CasePage): Promise<readonly Cadre[]> => {
  try {
    const listed = tier === 'K' ? await readCadresWith('COUNTY_MEDIATOR') : await readCadresOf(place.townshipId);
    return listed.filter(({ skills }) => skills.some(({ skill }) => skill === MEDIATION));
  } catch (error) {
    if (error instanceof Refused && error.problem.status === 403) return [];
    throw error;
  }
};

/** The skill of the mediator register. */
const MEDIATION = 'STB-03';

const agreement = (page: CasePage, { parties }: Mediation): Pick<MediationForm, 'questions' | 'body'> => ({
  questions: [
    { name: 'content', kind: 'text' },
    { name: 'terms', kind: 'terms', options: partyOptions(page, parties) },
  ],
  body: (values: Values) => {
    const terms = values['terms'] as readonly TermDraft[];
    const facts = (values['content'] as string | undefined) ?? '';
    // Without a word of what it is about the text is missing, whatever the terms say.
    return { terms: terms.map(termBody), content: facts.trim() === '' ? '' : contentOf(facts, terms) };
  },
});

const FORMS: Readonly<Record<string, (page: CasePage, mediation: Mediation) => MediationForm>> = {
  RecordConsent: (page, { parties, consented }) => ({
    path: 'consents',
    questions: [
      { name: 'party', kind: 'choice', options: partyOptions(page, without(parties, consented)) },
      { name: 'consents', kind: 'yesNo', options: yesOrNo() },
    ],
  }),
  ProposeMediator: (page, { mediator, refused, offered }) => ({
    path: 'mediators',
    questions: [
      {
        name: 'mediatorId',
        kind: 'cadre',
        people: () => mediatorsFor(page),
        beside: true,
        without: [...refused, mediator ?? '', offered?.mediatorId ?? ''],
      },
    ],
  }),
  AnswerMediator: (page, { parties, offered, people }) => ({
    path: 'mediators/answers',
    questions: [
      { name: 'party', kind: 'choice', options: partyOptions(page, without(parties, offered?.acceptedBy ?? [])) },
      { name: 'accepts', kind: 'yesNo', options: yesOrNo() },
    ],
    says: { mediator: offered ? mediatorName(people, page, offered.mediatorId) : '' },
  }),
  ScheduleSession: (page, { parties }) => ({
    path: 'sessions',
    questions: [
      { name: 'startsAt', kind: 'when' },
      { name: 'endsAt', kind: 'when', optional: true },
      { name: 'form', kind: 'choice', first: 'JOINT', options: worded('sessionForm', ['JOINT', 'SEPARATE']) },
      {
        name: 'parties',
        kind: 'several',
        options: partyOptions(page, parties),
        shown: ({ form }) => form === 'SEPARATE',
      },
      { name: 'open', kind: 'tick' },
    ],
  }),
  RecordSession: (page, { sessions }) => ({
    path: 'sessions/minutes',
    questions: [
      {
        name: 'attended',
        kind: 'several',
        options: partyOptions(page, sessions.find(({ held }) => !held)?.parties ?? []),
      },
      { name: 'minutes', kind: 'text' },
    ],
  }),
  ExtendMediation: (page, { parties }) => ({
    path: 'extend',
    questions: [
      { name: 'days', kind: 'number' },
      { name: 'parties', kind: 'several', options: partyOptions(page, parties) },
      { name: 'reason', kind: 'text' },
    ],
  }),
  RecordOralAgreement: (page, mediation) => ({ path: 'oral-agreement', ...agreement(page, mediation) }),
  DraftAgreement: (page, mediation) => ({ path: 'draft', ...agreement(page, mediation) }),
  SignAgreement: (page, mediation) => ({
    path: 'signatures',
    questions: [
      { name: 'signer', kind: 'choice', options: signersAwaited(page, mediation) },
      {
        name: 'manner',
        kind: 'choice',
        first: 'SIGNATURE',
        options: worded('signatureManner', ['SIGNATURE', 'FINGERPRINT']),
      },
    ],
  }),
  SealAgreement: () => ({ path: 'seal', questions: [] }),
  RecordPerformance: (page, { parties, terms }) => ({
    path: 'performance',
    questions: [
      { name: 'term', kind: 'choice', options: termsAwaited(page, terms) },
      { name: 'performedOn', kind: 'day', first: today() },
      {
        name: 'saidBy',
        kind: 'choice',
        options: [{ code: SEEN, label: t('field.seenMyself') }, ...partyOptions(page, parties)],
      },
      { name: 'note', kind: 'text', optional: true },
    ],
    body: ({ term, saidBy, ...rest }) => ({ ...rest, term: Number(term), ...(saidBy !== SEEN && { saidBy }) }),
  }),
  ApplyConfirmation: (page, { parties }) => ({
    path: 'confirmation',
    questions: [{ name: 'parties', kind: 'several', options: partyOptions(page, parties) }],
  }),
  RecordCourtResult: () => ({
    path: 'confirmation/result',
    questions: [
      { name: 'granted', kind: 'yesNo', options: yesOrNo() },
      { name: 'note', kind: 'text', optional: true },
    ],
  }),
  RecordFailure: () => ({ path: 'fail', questions: [routes(), { name: 'note', kind: 'text', optional: true }] }),
  TerminateByParty: (page, { parties }) => ({
    path: 'terminate',
    questions: [
      { name: 'party', kind: 'choice', options: partyOptions(page, parties) },
      routes(),
      { name: 'reason', kind: 'text', optional: true },
    ],
  }),
  NoteViolenceSign: () => ({ path: 'violence', questions: [{ name: 'note', kind: 'text' }, routes()] }),
};

/** Whoever writes it down was there: nobody's word but his own. */
const SEEN = 'SEEN';

const termsAwaited = (page: CasePage, terms: readonly FollowedTerm[]) =>
  terms
    .filter(({ stage }) => stage !== 'PERFORMED')
    .map(({ term, obligor, dueOn }) => ({
      code: String(term),
      label: t('mediation.follow.term', { n: term, name: partyName(page, obligor), due: day(dueOn) }),
    }));

const without = (all: readonly string[], some: readonly string[]): readonly string[] =>
  all.filter((one) => !some.includes(one));

export const signersAwaited = (page: CasePage, { parties, mediator, seats, draft, people }: Mediation) => {
  const signed = draft?.signatures.map(({ signer }) => signer) ?? [];
  const all = [...(mediator === null ? [] : [mediator]), ...seats.map(({ mediatorId }) => mediatorId)];
  const mediating = without(all, signed).map((one) => ({ code: one, label: mediatorName(people, page, one) }));
  return [...partyOptions(page, without(parties, signed)), ...mediating];
};

/** In the order in which their buttons stand. Ending it and violence have places of their own. */
export const MEDIATION_STEPS: readonly string[] = [
  ...['RecordConsent', 'ProposeMediator', 'AnswerMediator', 'ScheduleSession', 'RecordSession', 'ExtendMediation'],
  ...['RecordOralAgreement', 'DraftAgreement', 'SignAgreement', 'SealAgreement', 'RecordFailure'],
  ...['RecordPerformance', 'ApplyConfirmation', 'RecordCourtResult'],
];

export const mediationFormOf = (command: string, page: CasePage, mediation: Mediation): MediationForm =>
  FORMS[command]!(page, mediation);
