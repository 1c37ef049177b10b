import type { Command } from '#kernel';
import type { ToldOfRisk } from './case-duty.events.js';
import type { FollowUpReason } from './case-mediation.events.js';
import type { PartyId, SealedText } from './case-types.js';

export type ReportToPolice = Command<'ReportToPolice', { readonly note: SealedText }>;
export type RecordPoliceResult = Command<
  'RecordPoliceResult',
  { readonly gambling: boolean; readonly seriousCrime: boolean; readonly note?: SealedText }
>;
export type RecordTransferReceipt = Command<'RecordTransferReceipt', { readonly reference?: string }>;
export type NameRepresentatives = Command<'NameRepresentatives', { readonly representatives: readonly PartyId[] }>;
export type RecordRiskTold = Command<'RecordRiskTold', { readonly whom: ToldOfRisk }>;
/** By a person: what is left of the matter goes on as a case of its own. */
export type OpenFollowUp = Command<'OpenFollowUp', { readonly typeCode: string; readonly because: FollowUpReason }>;
export type CaseDutyCommand =
  ReportToPolice | RecordPoliceResult | RecordTransferReceipt | NameRepresentatives | RecordRiskTold | OpenFollowUp;
