import { reject } from '#kernel';
import type { Confirmation } from './agreement.js';
import { about, assertAgreed, assertParty, type AgreedMediation, type MediationContext } from './mediation-context.js';
import type { ApplyConfirmation, RecordCourtResult } from './mediation.commands.js';
import type { MediationEvent } from './mediation.events.js';
import type { Mediation } from './mediation.state.js';
import { remediesInformed } from './remedies.js';

/** The parties ask the court together to confirm what they have signed, while its window is open (`docs/domain.md §5.2`). */
export const applyConfirmation = (
  { data: { parties } }: ApplyConfirmation,
  state: Mediation,
  { now, actor }: MediationContext,
): MediationEvent[] => {
  assertAgreed(state);
  const { stage, until } = confirmationOf(state);
  parties.forEach((party) => assertParty(state, party, 'parties'));
  if (stage === 'APPLIED') return [];
  if (stage === 'GRANTED' || stage === 'REFUSED') return reject('COURT_HAS_DECIDED');
  if (stage === 'CLOSED' || now > until) return reject('WINDOW_CLOSED', { until });
  const missing = state.proposal.parties.filter((party) => !parties.includes(party));
  if (missing.length > 0) reject('NOT_APPLIED_JOINTLY', { field: 'parties', missing });
  const data = about(state, { parties: state.proposal.parties, by: actor.id });
  return [{ type: 'ConfirmationApplied', occurredAt: now, data }];
};

/** A refusal leaves the parties to mediate anew or to sue; they hear it. */
export const recordCourtResult = (
  { data: { granted, note } }: RecordCourtResult,
  state: Mediation,
  context: MediationContext,
): MediationEvent[] => {
  assertAgreed(state);
  const { stage } = confirmationOf(state);
  if (stage === (granted ? 'GRANTED' : 'REFUSED')) return [];
  if (stage === 'GRANTED' || stage === 'REFUSED') return reject('COURT_HAS_DECIDED');
  if (stage !== 'APPLIED') return reject('NOT_APPLIED');
  const { now, actor } = context;
  const data = about(state, { ...(note !== undefined && { note }), by: actor.id });
  if (granted) return [{ type: 'ConfirmationGranted', occurredAt: now, data }];
  return [
    { type: 'ConfirmationRefused', occurredAt: now, data },
    remediesInformed(state, ['MEDIATION', 'COURT'], context),
  ];
};

/** @throws CommandRejected `NOTHING_TO_CONFIRM`: the court confirms what is written */
const confirmationOf = ({ agreement: { confirmation } }: AgreedMediation): Confirmation =>
  confirmation ?? reject('NOTHING_TO_CONFIRM');
