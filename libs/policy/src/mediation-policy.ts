import type { Limit } from '#working-time';
import type { CaseTypeCode } from './codes.js';
import { CD, h, rolled, WD } from './limits.js';

/** What follows an agreement. */
interface FollowUpPolicy {
  /** From the day a term is due: when it is looked at whether it was performed (`0 WD`: on that day, or on the next worked). */
  readonly check: Limit;
  /** Whoever was urged and has not performed by then has broken the agreement. */
  readonly breachAfterUrging: Limit;
  /** To ask the court for confirmation; the reminder comes so many days before its end, minutes after midnight. */
  readonly confirmation: {
    readonly window: Limit;
    readonly reminder: { readonly daysBefore: number; readonly at: number };
  };
  /** Disputes about wages: on a written agreement the court gives a payment order. */
  readonly paymentOrderTypes: readonly CaseTypeCode[];
}

/** Mediation and its tiers (`docs/domain.md §5.2`). */
export interface MediationPolicy {
  /** Parties who have not answered by then are reminded, and at the end are taken to have declined. */
  readonly consent: { readonly reminder: Limit; readonly lapses: Limit };
  /** Offers of a mediator to the parties before the director names one and asks again. */
  readonly maxOffers: number;
  /** Before a session: of a dispute likely to flare up, and of any other (`1 WD`: on a later working day). */
  readonly notice: { readonly urgent: Limit; readonly ordinary: Limit };
  /** How long a session is taken to last where nobody says. */
  readonly sessionLength: Limit;
  /** A session fixed within this time after a tier's budget ends is still held at that tier, once. */
  readonly stretchedForSession: Limit;
  /** The next tier is offered for this long. */
  readonly tierOffer: Limit;
  /** At most so much longer, where all the parties agree to it. */
  readonly extension: Limit;
  /** After an agreement the handler closes the handling within this time; then it is done by itself. */
  readonly resolvedAfterAgreement: Limit;
  /** In fen: above it only a written agreement will do. */
  readonly writtenAbove: number;
  readonly followUp: FollowUpPolicy;
}

export const MEDIATION_POLICY: MediationPolicy = {
  consent: { reminder: WD(3), lapses: WD(6) },
  maxOffers: 3,
  notice: { urgent: h(2), ordinary: WD(1) },
  sessionLength: h(2),
  stretchedForSession: WD(2),
  tierOffer: WD(3),
  extension: CD(30),
  resolvedAfterAgreement: WD(2),
  writtenAbove: 5_000_000,
  followUp: {
    check: WD(0),
    breachAfterUrging: WD(5),
    confirmation: { window: rolled(CD(30)), reminder: { daysBefore: 7, at: 540 } },
    paymentOrderTypes: ['DSP-LAB', 'DSP-MAS'],
  },
};
