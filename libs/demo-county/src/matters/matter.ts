import type { Instant } from '#kernel';
import type { CaseTypeCode, Channel, Produce } from '#policy';

/** Somebody of a matter: made up, like everybody of the demo county. */
export interface MatterParty {
  readonly name: string;
  readonly phone: string;
  readonly side: 'REPORTER' | 'APPLICANT' | 'RESPONDENT';
  readonly vulnerable: boolean;
}

/** What somebody comes with, before anybody has written it down. */
export interface Matter {
  /** `m001`: the same matter in every run with the same seed. */
  readonly key: string;
  readonly at: Instant;
  readonly typeCode: CaseTypeCode;
  readonly channel: Channel;
  readonly villageIds: readonly string[];
  readonly parties: readonly MatterParty[];
  readonly anonymous: boolean;
  /** The matter that somebody else has told before. */
  readonly twinOf?: string;
  readonly summary: string;
  readonly produce?: Produce;
  /** In fen. */
  readonly amount?: number;
}
