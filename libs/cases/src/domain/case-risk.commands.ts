import type { Command } from '#kernel';
import type { RiskLevel } from '#policy';
import type { RiskSigns, SealedText } from './case-types.js';

/** Somebody looked; `signs` where what he saw is other than at the acceptance. */
export type CheckRisk = Command<'CheckRisk', { readonly note: SealedText; readonly signs?: RiskSigns }>;
export type LowerRisk = Command<'LowerRisk', { readonly level: RiskLevel; readonly reason: SealedText }>;
export type CaseRiskCommand = CheckRisk | LowerRisk;
