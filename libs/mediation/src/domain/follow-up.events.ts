import type { Event, Instant } from '#kernel';
import type { Due, LocalDay } from '#working-time';
import type { CadreId, MediationIds, PartyId, SealedText } from './mediation-types.js';

/** What an agreement is waited upon for, decided as it takes effect (`docs/domain.md §5.2`). */
export interface FollowUp {
  /** Of each term: when it is looked at whether it was performed. */
  readonly checks: readonly { readonly term: number; readonly due: Due }[];
  /** Of a written agreement: until when the parties may ask the court to confirm it, and when they are reminded. */
  readonly confirmation?: { readonly due: Due; readonly remindAt: Instant };
}

/** Seen by whoever records it, or told by a party who does not owe the term himself. */
export type TermPerformed = Event<
  'TermPerformed',
  MediationIds & {
    readonly term: number;
    readonly performedOn: LocalDay;
    /** Whose word it is; without it the recorder's own. */
    readonly saidBy?: PartyId;
    readonly note?: SealedText;
    readonly by: CadreId;
  }
>;
/** Once for each term: not performed when it was looked at; after `due` it counts as broken. */
export type PerformanceUrged = Event<
  'PerformanceUrged',
  MediationIds & {
    readonly term: number;
    readonly obligor: PartyId;
    readonly due: Due;
    readonly to: readonly { readonly cadreId: CadreId }[];
  }
>;
/** Every term has been performed. */
export type AgreementFulfilled = Event<'AgreementFulfilled', MediationIds>;
/** These terms were urged in vain. What is performed later is still written down, and does not undo it. */
export type AgreementBreached = Event<'AgreementBreached', MediationIds & { readonly terms: readonly number[] }>;

export type ConfirmationReminded = Event<
  'ConfirmationReminded',
  MediationIds & { readonly until: Instant; readonly to: readonly { readonly cadreId: CadreId }[] }
>;
/** By all the parties together. */
export type ConfirmationApplied = Event<
  'ConfirmationApplied',
  MediationIds & { readonly parties: readonly PartyId[]; readonly by: CadreId }
>;
/** Nobody applied in time. */
export type ConfirmationWindowClosed = Event<'ConfirmationWindowClosed', MediationIds>;
export type ConfirmationGranted = Event<
  'ConfirmationGranted',
  MediationIds & { readonly note?: SealedText; readonly by: CadreId }
>;
export type ConfirmationRefused = Event<
  'ConfirmationRefused',
  MediationIds & { readonly note?: SealedText; readonly by: CadreId }
>;

export type FollowUpEvent =
  | TermPerformed
  | PerformanceUrged
  | AgreementFulfilled
  | AgreementBreached
  | ConfirmationReminded
  | ConfirmationApplied
  | ConfirmationWindowClosed
  | ConfirmationGranted
  | ConfirmationRefused;
