import type { Command } from '#kernel';
import type { Confidentiality } from '#policy';
import type { CadreId, PartyId, SealedText } from './case-types.js';

/** Who says that somebody is biased: himself, a party, or the director. */
export type DeclaredBy = 'SELF' | 'PARTY' | 'DIRECTOR';

export type RaiseConfidentiality = Command<
  'RaiseConfidentiality',
  { readonly to: Confidentiality; readonly reason: SealedText }
>;
export type AddNamedReader = Command<'AddNamedReader', { readonly reader: CadreId }>;
export type RemoveNamedReader = Command<'RemoveNamedReader', { readonly reader: CadreId }>;
export type DeclareRecusal = Command<
  'DeclareRecusal',
  {
    readonly cadreId: CadreId;
    readonly declaredBy: DeclaredBy;
    /** Where a party says so. */
    readonly party?: PartyId;
    readonly reason: SealedText;
  }
>;
export type CaseProtectionCommand = RaiseConfidentiality | AddNamedReader | RemoveNamedReader | DeclareRecusal;
