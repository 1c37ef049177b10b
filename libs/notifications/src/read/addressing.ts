import { CURRENT_POLICY, profileOf } from '#policy';
import type { Message, Notice, NoticeChannel, Pace, Params, TextKey } from '#notifications/domain';
import type { CaseFacts } from './case-facts.js';

/**
 * Counted in minutes and hours, the case or what it is told of: its people may be paged at night and on days off
 * (`docs/domain.md §5.8`; the telling of a danger, §4.4).
 */
export const paceOf = ({ profile, pressing }: CaseFacts, step?: string): Pace => {
  if (step !== undefined && pressing.includes(step)) return 'AT_ONCE';
  const { unit } = profileOf(CURRENT_POLICY, profile).limits.accept;
  return unit === 'm' || unit === 'h' ? 'AT_ONCE' : 'WORKING_TIME';
};

interface Told {
  readonly text: TextKey;
  readonly params?: Params;
  readonly channels?: readonly NoticeChannel[];
  readonly pace?: Pace;
  readonly step?: string;
}

/** One of those who serve. Outside of the house a confidential case has a number, a sealed one not even that. */
export const toCadre = (facts: CaseFacts, cadreId: string, told: Told): Notice => {
  const { caseId, caseNo, typeCode, confidentiality } = facts;
  const { text, params = {}, channels = [], step, pace = paceOf(facts, step) } = told;
  const outside: Readonly<Record<typeof confidentiality, Message | undefined>> = {
    N: undefined,
    C: { text: 'outside.confidential', params: { caseNo } },
    X: { text: 'outside.sealed', params: {} },
  };
  // leaders hear that a sealed case is late, not what it is about (§4.5)
  const type = confidentiality === 'X' && cadreId !== facts.handler ? '' : typeCode;
  return {
    recipient: `cadre:${cadreId}`,
    message: { text, params: { type, caseNo, ...params } },
    ...(outside[confidentiality] && { outside: outside[confidentiality] }),
    channels: ['INBOX', ...channels],
    pace,
    caseId,
    ...(step !== undefined && { step }),
  };
};

/** Violence at home: nothing may ring where the other one is near (`docs/domain.md §5.8`). */
const ON_THE_SAFE_CHANNEL_ONLY: readonly string[] = ['RPT-DOM'];

/**
 * Parties of a case, by text message. Of a sealed one they learn that there is something to look up; the matter of a
 * confidential one is not named.
 */
export const toParties = (
  facts: CaseFacts,
  { text, params = {}, pace = paceOf(facts), step }: Omit<Told, 'channels'>,
  parties: readonly string[] = facts.reporters,
): readonly Notice[] => {
  const { caseId, caseNo, typeCode, confidentiality, anonymous } = facts;
  if (anonymous || ON_THE_SAFE_CHANNEL_ONLY.includes(typeCode)) return [];
  const message: Message =
    confidentiality === 'X'
      ? { text: 'resident.checkCode', params: {} }
      : { text, params: { type: confidentiality === 'N' ? typeCode : '', caseNo, ...params } };
  return parties.map((partyId) => ({
    recipient: `party:${partyId}`,
    message,
    channels: ['SMS'],
    pace,
    caseId,
    ...(step !== undefined && { step }),
  }));
};

/** The group chat of a unit: what all of its people may read. Of a sealed case, or a complaint about one of them, nothing. */
export const toGroup = (facts: CaseFacts, unit: string, told: Omit<Told, 'channels'>): readonly Notice[] => {
  const { caseId, caseNo, typeCode, confidentiality, complaint } = facts;
  if (confidentiality === 'X' || complaint) return [];
  const { text, params = {}, step, pace = paceOf(facts, step) } = told;
  return [
    {
      recipient: `group:${unit}`,
      message:
        confidentiality === 'N'
          ? { text, params: { type: typeCode, caseNo, ...params } }
          : { text: 'group.confidential', params: {} },
      channels: ['ROBOT'],
      pace,
      caseId,
      ...(step !== undefined && { step }),
    },
  ];
};
