import { reject, type Instant } from '#kernel';
import { localDayOf } from '#working-time';
import { followUpOf } from './following-up.js';
import {
  about,
  assertConsented,
  assertOpen,
  assertParty,
  type MediationContext,
  type OpenMediation,
} from './mediation-context.js';
import type { DraftAgreement, RecordOralAgreement, SealAgreement, SignAgreement } from './mediation.commands.js';
import type { Term } from './mediation-types.js';
import type { AgreementEffective, MediationEvent } from './mediation.events.js';
import { mediating, type Draft, type Mediation, type Signature } from './mediation.state.js';

/** Effective at once; the mediator writes down what was said (`docs/domain.md §5.2`). */
export const recordOralAgreement = (
  { data: { terms, content } }: RecordOralAgreement,
  state: Mediation,
  context: MediationContext,
): MediationEvent[] => {
  const { now, policy } = context;
  assertTalked(state);
  const mediatorId = mediatorOf(state);
  const { writtenAbove } = policy.mediation;
  const amount = terms.reduce((sum, term) => sum + (term.amount ?? 0), 0);
  if (state.proposal.writtenOnly || amount > writtenAbove) reject('WRITTEN_ONLY', { writtenAbove });
  assertTerms(state, terms, content, now);
  const followUp = followUpOf('ORAL', terms, context);
  return [
    {
      type: 'OralAgreementReached',
      occurredAt: now,
      data: about(state, { terms, content, mediatorId, followUp }),
    },
  ];
};

/** A new draft voids the signatures and the seal under the one before. */
export const draftAgreement = (
  { data: { terms, content } }: DraftAgreement,
  state: Mediation,
  { now, actor }: MediationContext,
): MediationEvent[] => {
  assertTalked(state);
  if (terms.length === 0) reject('TERMS_MISSING', { field: 'terms' });
  assertTerms(state, terms, content, now);
  const draft = (state.draft?.draft ?? 0) + 1;
  return [{ type: 'AgreementDrafted', occurredAt: now, data: about(state, { draft, terms, content, by: actor.id }) }];
};

export const signAgreement = (
  { data: { signer, manner } }: SignAgreement,
  state: Mediation,
  context: MediationContext,
): MediationEvent[] => {
  const { now, actor } = context;
  assertOpen(state);
  const draft = draftOf(state);
  const as = signsAs(state, signer);
  if (draft.signatures.some((one) => one.signer === signer && one.as === as)) return [];
  const signature: Signature = { signer, as, manner };
  return [
    {
      type: 'AgreementSigned',
      occurredAt: now,
      data: about(state, { draft: draft.draft, ...signature, by: actor.id }),
    },
    ...effective(state, { ...draft, signatures: [...draft.signatures, signature] }, context),
  ];
};

/** The centre's seal: its director sets it (`docs/domain.md §5.2`). */
export const sealAgreement = (_: SealAgreement, state: Mediation, context: MediationContext): MediationEvent[] => {
  const { now, actor } = context;
  assertOpen(state);
  const draft = draftOf(state);
  if (draft.sealed) return [];
  return [
    {
      type: 'AgreementSealed',
      occurredAt: now,
      data: about(state, { draft: draft.draft, by: actor.id }),
    },
    ...effective(state, { ...draft, sealed: true }, context),
  ];
};

/** In whatever order they came: all signatures, those of whoever mediates and the seal together give it effect. */
const effective = (
  state: OpenMediation,
  { draft, terms, signatures, sealed }: Draft,
  context: MediationContext,
): AgreementEffective[] => {
  const signed = (who: string, as: Signature['as']) => signatures.some((one) => one.signer === who && one.as === as);
  const byAll = state.proposal.parties.every((party) => signed(party, 'PARTY'));
  const byMediators = state.mediator !== undefined && mediating(state).every((one) => signed(one, 'MEDIATOR'));
  if (!sealed || !byAll || !byMediators) return [];
  const signedBy = signatures.map(({ signer }) => signer);
  const followUp = followUpOf('WRITTEN', terms, context);
  const data = about(state, { draft, terms, signedBy, followUp });
  return [{ type: 'AgreementEffective', occurredAt: context.now, data }];
};

/** Nothing is agreed before the parties have talked. @throws CommandRejected `NO_SESSION_HELD` */
function assertTalked(state: Mediation): asserts state is OpenMediation {
  assertOpen(state);
  assertConsented(state);
  if (!state.sessions.some(({ held }) => held)) reject('NO_SESSION_HELD');
}

const assertTerms = (state: OpenMediation, terms: readonly Term[], content: string, now: Instant): void => {
  if (content.trim() === '') reject('CONTENT_MISSING', { field: 'content' });
  const today = localDayOf(now);
  terms.forEach(({ term, obligor, dueOn }, index) => {
    if (term !== index + 1) reject('TERMS_MISNUMBERED', { field: 'terms', term });
    assertParty(state, obligor, 'terms');
    if (dueOn < today) reject('TERM_DUE_IN_THE_PAST', { field: 'terms', term, dueOn });
  });
};

const mediatorOf = ({ mediator }: OpenMediation): string => mediator ?? reject('MEDIATOR_MISSING');

const draftOf = ({ draft }: OpenMediation): Draft => draft ?? reject('NO_DRAFT');

const signsAs = (state: OpenMediation, signer: string): Signature['as'] => {
  if (state.proposal.parties.includes(signer)) return 'PARTY';
  return mediating(state).includes(signer) ? 'MEDIATOR' : reject('NOT_A_SIGNER', { field: 'signer', signer });
};
