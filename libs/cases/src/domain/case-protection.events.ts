import type { Event } from '#kernel';
import type { Confidentiality } from '#policy';
import type { DeclaredBy } from './case-protection.commands.js';
import type { CadreId, PartyId, SealedText } from './case-types.js';

/** Only upwards: what was told in confidence is not opened again (`docs/domain.md §4.5`). */
export type ConfidentialityRaised = Event<
  'ConfidentialityRaised',
  {
    readonly by: CadreId;
    readonly from: Confidentiality;
    readonly level: Confidentiality;
    readonly reason: SealedText;
  }
>;
/** Of a sealed case: whoever may read it besides the handler and the director. */
export type NamedReaderAdded = Event<'NamedReaderAdded', { readonly by: CadreId; readonly reader: CadreId }>;
export type NamedReaderRemoved = Event<'NamedReaderRemoved', { readonly by: CadreId; readonly reader: CadreId }>;
/** From then on he is not assigned, does not mediate, ask, nor sit on the panel. */
export type RecusalDeclared = Event<
  'RecusalDeclared',
  {
    readonly by: CadreId;
    readonly cadreId: CadreId;
    readonly declaredBy: DeclaredBy;
    readonly party?: PartyId;
    readonly reason: SealedText;
  }
>;
export type CaseProtectionEvent = ConfidentialityRaised | NamedReaderAdded | NamedReaderRemoved | RecusalDeclared;
