import type { Command } from '#kernel';
import type { SkillCode } from '#policy';
import type { AgencyItem, Paper, PaperHolder } from './case-agency.events.js';
import type { PartyId, SealedText } from './case-types.js';

export type EntrustAgency = Command<'EntrustAgency', { readonly item: AgencyItem; readonly consent: string }>;
/** `missing` is everything that is, or nothing; `note`: what the resident was told. */
export type CheckMaterials = Command<
  'CheckMaterials',
  { readonly missing: readonly Paper[]; readonly note: SealedText }
>;
export type SupplyMaterials = Command<'SupplyMaterials', Record<never, never>>;
export type SubmitAgency = Command<'SubmitAgency', { readonly body: string; readonly reference?: string }>;
export type RecordAgencyResult = Command<
  'RecordAgencyResult',
  { readonly granted: boolean; readonly reference?: string }
>;
/** Delivered is resolved: the result is what the resident holds in his hands. */
export type DeliverAgency = Command<
  'DeliverAgency',
  { readonly signedBy: PartyId; readonly result: SealedText; readonly skillsUsed: readonly SkillCode[] }
>;
export type ArchiveAgency = Command<'ArchiveAgency', Record<never, never>>;
export type RecordSaving = Command<'RecordSaving', { readonly trips: number; readonly days: number }>;
export type MoveOriginal = Command<'MoveOriginal', { readonly paper: Paper; readonly to: PaperHolder }>;

export type CaseAgencyCommand =
  | EntrustAgency
  | CheckMaterials
  | SupplyMaterials
  | SubmitAgency
  | RecordAgencyResult
  | DeliverAgency
  | ArchiveAgency
  | RecordSaving
  | MoveOriginal;
