import type { LocalDay } from '#working-time';

export type MediationId = string;
export type CaseId = string;
export type PartyId = string;
export type CadreId = string;
/** A party, or the mediator. */
export type SignerId = string;
/** Free text of people: plain while a command is decided, ciphertext under the case's key in every stored event. */
export type SealedText = string;

/** What one party owes another under an agreement; the words of it stand in the agreement's sealed content. */
export interface Term {
  /** 1, 2, … within the agreement. */
  readonly term: number;
  readonly obligor: PartyId;
  /** In fen, where money is owed. */
  readonly amount?: number;
  /** Last day to perform it. */
  readonly dueOn: LocalDay;
}

/** Ways that stay open to the parties when mediation ends without an agreement (`docs/domain.md §5.2`). */
export type RemedyRoute = 'ARBITRATION' | 'ADMINISTRATIVE' | 'COURT';

/**
 * Ways that an agreement leaves open when it is broken or the court will not confirm it (`docs/domain.md §5.2`): to sue
 * on it, to have a confirmed one enforced, to ask for confirmation while that may be, a payment order for wages, to
 * mediate anew.
 */
export type AgreementRoute = 'COURT' | 'ENFORCEMENT' | 'CONFIRMATION' | 'PAYMENT_ORDER' | 'MEDIATION';

/** Stands in every event of a mediation. */
export interface MediationIds {
  readonly mediationId: MediationId;
  readonly caseId: CaseId;
}
