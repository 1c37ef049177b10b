import type { Event } from '#kernel';
import type { StepClock } from './step-clock.js';
import type { CadreId, PartyId, SealedText } from './case-types.js';

/** Whether told, found or handed over: what the law wants beside the handling itself (`docs/domain.md §4.3, §4.4, §5.1`). */
export type PoliceReported = Event<'PoliceReported', { readonly by: CadreId; readonly note: SealedText }>;
/** What the police found; a township with confirmed gambling or grave crime is no model one (`docs/domain.md §7`, M23). */
export type PoliceResultRecorded = Event<
  'PoliceResultRecorded',
  { readonly by: CadreId; readonly gambling: boolean; readonly seriousCrime: boolean; readonly note?: SealedText }
>;
/** The receiving body has confirmed that the case is with it now. */
export type TransferReceiptRecorded = Event<
  'TransferReceiptRecorded',
  { readonly by: CadreId; readonly reference?: string }
>;
export type RepresentativesNamed = Event<
  'RepresentativesNamed',
  { readonly by: CadreId; readonly representatives: readonly PartyId[] }
>;
/** Who has to be told of a danger in minutes or hours. */
export type ToldOfRisk = 'LEADER' | 'COUNTY';
export type RiskTold = Event<'RiskTold', { readonly by: CadreId; readonly whom: ToldOfRisk }>;
export type CaseDutyEvent =
  PoliceReported | PoliceResultRecorded | TransferReceiptRecorded | RepresentativesNamed | RiskTold;

/** Clocks that an event may start or set anew. */
export interface MayStartClocks {
  readonly clocks?: readonly StepClock[];
}
