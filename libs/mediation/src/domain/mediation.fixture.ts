import type { Actor, Instant } from '#kernel';
import { CURRENT_POLICY } from '#policy';
import { scenario } from '#testing';
import { instantOf } from '#working-time';
import type { MediationContext, RegisteredMediator } from './mediation-context.js';
import type { MediationCommand } from './mediation.commands.js';
import { mediationDecider } from './mediation.decider.js';
import type { Term } from './mediation-types.js';
import type { Proposal } from './mediation.events.js';

/** Local time in 2026: `at('03-10 09:20')`. */
export const at = (text: string): Instant => instantOf(`2026-${text.replace(' ', 'T')}`);

const actor = (id: string, role: string): Actor => ({ id, role, path: '/county/T01' });
export const handler = actor('anna', 'RESIDENT_INSTRUCTOR');
export const director = actor('boss', 'CENTRE_DIRECTOR');

const YEAR = { from: at('01-01 00:00'), to: at('12-31 24:00') };
/** Somebody of the register who may mediate, unless the fields say otherwise. */
export const registered = (cadreId: string, fields: Partial<RegisteredMediator> = {}): RegisteredMediator => ({
  cadreId,
  personRef: `person-${cadreId}`,
  woman: true,
  active: true,
  unit: 'T01-STABILITY_MEDIATION',
  township: 'T01',
  certified: [YEAR],
  leaves: [],
  kin: [],
  ...fields,
});

/** Tuesday 10 March 2026, 11:00, by the handler, whoever mediates; whoever is offered stands on the register. */
export const context = (fields: Partial<MediationContext> = {}): MediationContext => ({
  now: at('03-10 11:00'),
  actor: handler,
  policy: CURRENT_POLICY,
  mediator: registered('anna'),
  hasOtherPart: true,
  limit: { dueAt: at('04-09 24:00'), extended: false },
  ...fields,
});

export const propose = (fields: Partial<Proposal> = {}): MediationCommand => ({
  type: 'ProposeMediation',
  data: {
    mediationId: 'c1-1',
    caseId: 'c1',
    caseNo: 'T01-20260310-0001',
    typeCode: 'DSP-WTR',
    tier: 'V',
    round: 1,
    parties: ['li', 'wang'],
    urgent: false,
    writtenOnly: false,
    womanMediator: false,
    policyVersion: CURRENT_POLICY.version,
    ...fields,
  },
});

export const consent = (party: string, consents = true): MediationCommand => ({
  type: 'RecordConsent',
  data: { party, consents },
});
export const offer = (mediatorId: string): MediationCommand => ({ type: 'ProposeMediator', data: { mediatorId } });
export const answer = (party: string, accepts = true): MediationCommand => ({
  type: 'AnswerMediator',
  data: { party, accepts },
});
type Scheduling = Extract<MediationCommand, { type: 'ScheduleSession' }>['data'];
export const schedule = (startsAt: string, fields: Partial<Scheduling> = {}): MediationCommand => ({
  type: 'ScheduleSession',
  data: { startsAt: at(startsAt), form: 'JOINT', open: false, ...fields },
});
export const record = (...attended: readonly string[]): MediationCommand => ({
  type: 'RecordSession',
  data: { attended, minutes: 'both spoke of the ditch' },
});
export const extend = (days: number, ...parties: readonly string[]): MediationCommand => ({
  type: 'ExtendMediation',
  data: { days, parties, reason: 'the surveyor comes next week' },
});
export const term = (fields: Partial<Term> = {}): Term => ({
  term: 1,
  obligor: 'wang',
  dueOn: '2026-03-20',
  ...fields,
});
export const oral = (...terms: readonly Term[]): MediationCommand => ({
  type: 'RecordOralAgreement',
  data: { terms, content: 'wang clears the ditch' },
});
export const draft = (...terms: readonly Term[]): MediationCommand => ({
  type: 'DraftAgreement',
  data: { terms, content: 'wang clears the ditch' },
});
export const sign = (signer: string): MediationCommand => ({
  type: 'SignAgreement',
  data: { signer, manner: 'SIGNATURE' },
});
export const seal: MediationCommand = { type: 'SealAgreement', data: {} };
/** One term was performed, on the day it was due unless the fields say otherwise. */
export const perform = (
  number: number,
  fields: Partial<Extract<MediationCommand, { type: 'RecordPerformance' }>['data']> = {},
): MediationCommand => ({ type: 'RecordPerformance', data: { term: number, performedOn: '2026-03-20', ...fields } });
/** The order of a rung of the first term. */
export const followUp = (level: string, due: string): MediationCommand => ({
  type: 'FollowUpAgreement',
  data: { round: 1, step: 'performance', attempt: 1, level, at: at(due) },
});
export const apply = (...parties: readonly string[]): MediationCommand => ({
  type: 'ApplyConfirmation',
  data: { parties },
});
export const courtResult = (granted: boolean): MediationCommand => ({ type: 'RecordCourtResult', data: { granted } });
export const terminate = (party: string): MediationCommand => ({
  type: 'TerminateByParty',
  data: { party, routesTold: ['COURT'] },
});
export const fail: MediationCommand = { type: 'RecordFailure', data: { routesTold: ['COURT', 'ARBITRATION'] } };
export const violence: MediationCommand = {
  type: 'NoteViolenceSign',
  data: { note: 'a bruise, and fear', routesTold: [] },
};
export const end = (because: 'TIER_RAISED' | 'CONSENT_LAPSED' | 'CASE'): MediationCommand => ({
  type: 'EndMediation',
  data: { because },
});

/** A mediation as far as it has come; session 1 is on Thursday 12 March, 15:00. */
export const mediations = {
  none: (fields: Partial<MediationContext> = {}) => scenario(mediationDecider, context(fields)),
  proposed: (fields: Partial<Proposal> = {}) => mediations.none().after(propose(fields)),
  consented: (fields: Partial<Proposal> = {}) =>
    mediations.proposed(fields).after(consent('li')).after(consent('wang')),
  /** `anna` mediates. */
  mediated: (fields: Partial<Proposal> = {}) =>
    mediations.consented(fields).after(offer('anna')).after(answer('li')).after(answer('wang')),
  scheduled: (fields: Partial<Proposal> = {}) => mediations.mediated(fields).after(schedule('03-12 15:00')),
  held: (fields: Partial<Proposal> = {}) =>
    mediations.scheduled(fields).after(record('li', 'wang'), { now: at('03-12 15:35') }),
  drafted: (fields: Partial<Proposal> = {}) =>
    mediations.held(fields).after(draft(term({ amount: 6_000_000 })), { now: at('03-12 15:40') }),
  /** On Thursday 12 March, 15:40. */
  agreedOrally: (...terms: readonly Term[]) => mediations.held().after(oral(...terms), { now: at('03-12 15:40') }),
  /** On Thursday 12 March, 17:00. */
  agreedInWriting: (terms: readonly Term[], fields: Partial<Proposal> = {}) =>
    [draft(...terms), sign('li'), sign('wang'), sign('anna'), seal].reduce(
      (given, step) => given.after(step, { now: at('03-12 17:00') }),
      mediations.held(fields),
    ),
};
