import type { Event, Instant } from '#kernel';
import type { CadreId, PartyId, Recipient } from './case-types.js';

/** A code of `choices.agencyItems`, of `choices.papers`. */
export type AgencyItem = string;
export type Paper = string;
/** Who has an original paper in hand. */
export type PaperHolder = 'RESIDENT' | 'AGENT' | 'BODY';

/** The resident has signed the letter by which somebody acts for him; `consent` names that paper. */
export type AgencyEntrusted = Event<
  'AgencyEntrusted',
  { readonly by: CadreId; readonly item: AgencyItem; readonly consent: string }
>;
/** All that is missing, told at once: there is no second list. */
export type MissingMaterialsListed = Event<
  'MissingMaterialsListed',
  { readonly by: CadreId; readonly missing: readonly Paper[]; readonly until: Instant }
>;
export type MaterialsReminded = Event<
  'MaterialsReminded',
  { readonly round: number; readonly missing: readonly Paper[]; readonly to: readonly Recipient[] }
>;
export type MaterialsCompleted = Event<'MaterialsCompleted', { readonly by: CadreId }>;
/** Nobody has brought what was missing: it may be taken up again as it is. */
export type AgencyReturned = Event<'AgencyReturned', { readonly missing: readonly Paper[] }>;
export type AgencySubmitted = Event<
  'AgencySubmitted',
  { readonly by: CadreId; readonly body: string; readonly reference?: string }
>;
export type AgencyResultReceived = Event<
  'AgencyResultReceived',
  { readonly by: CadreId; readonly granted: boolean; readonly reference?: string }
>;
/** Against the resident's signature. */
export type AgencyDelivered = Event<'AgencyDelivered', { readonly by: CadreId; readonly signedBy: PartyId }>;
export type AgencyArchived = Event<'AgencyArchived', { readonly by: CadreId }>;
/** In fen. */
export type SavingRecorded = Event<
  'SavingRecorded',
  { readonly by: CadreId; readonly trips: number; readonly days: number; readonly saving: number }
>;
export type OriginalMoved = Event<
  'OriginalMoved',
  { readonly by: CadreId; readonly paper: Paper; readonly before: PaperHolder; readonly holder: PaperHolder }
>;

export type CaseAgencyEvent =
  | AgencyEntrusted
  | MissingMaterialsListed
  | MaterialsReminded
  | MaterialsCompleted
  | AgencyReturned
  | AgencySubmitted
  | AgencyResultReceived
  | AgencyDelivered
  | AgencyArchived
  | SavingRecorded
  | OriginalMoved;
