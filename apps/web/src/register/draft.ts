import type { RegisterBody } from '../api/cases';
import type { CaseType } from '../api/catalogue';
import { fenOf } from '../in-words/money';
import { session, villageOf } from '../session';

export interface PersonDraft {
  name: string;
  phone: string;
  side: RegisterBody['parties'][number]['side'];
  vulnerable: boolean;
}

/** What has been written into the form, as it stands there. */
export interface Draft {
  typeCode: string;
  channel: string;
  produce: string;
  summary: string;
  /** In yuan. */
  amount: string;
  externalRef: string;
  villages: string[];
  anonymous: boolean;
  people: PersonDraft[];
  targets: readonly string[];
  targetCentres: readonly string[];
}

/** How matters usually reach those who sit there. */
const CHANNEL_OF_ROLE: Readonly<Record<string, string>> = {
  WINDOW_CLERK: 'WINDOW',
  HOTLINE_CLERK: 'HOTLINE',
  PETITION_CLERK: 'WINDOW',
  RESIDENT_INSTRUCTOR: 'STATION',
  ENTERPRISE_ASSISTANT: 'ENTERPRISE',
};

export const emptyPerson = (side: PersonDraft['side']): PersonDraft => ({
  name: '',
  phone: '',
  side,
  vulnerable: false,
});

export const emptyDraft = (): Draft => ({
  typeCode: '',
  channel: CHANNEL_OF_ROLE[session.value?.role ?? ''] ?? '',
  produce: '',
  summary: '',
  amount: '',
  externalRef: '',
  villages: [(session.value && villageOf(session.value)) ?? ''],
  anonymous: false,
  people: [emptyPerson('REPORTER')],
  targets: [],
  targetCentres: [],
});

/** Complaints that may be about somebody who serves. */
export const maySpeakOfCadres = (typeCode: string): boolean => typeCode.startsWith('PET-') || typeCode === 'RPT-GMB';

/** What the station is sent: nothing that does not belong to the chosen type, nothing that was left empty. */
export const bodyOf = (draft: Draft, type: CaseType | undefined): RegisterBody => {
  const anonymous = draft.anonymous && type?.anonymousAllowed === true;
  const { typeCode, channel, summary, targets, targetCentres } = draft;
  return {
    typeCode,
    // What was not chosen is sent as it is: the station says what is missing, in one place for all.
    channel: channel as RegisterBody['channel'],
    villageIds: draft.villages.filter((village) => village !== ''),
    anonymous,
    summary: summary.trim(),
    parties: anonymous ? [] : draft.people.map(personBody),
    ...(draft.externalRef.trim() !== '' && { externalRef: draft.externalRef.trim() }),
    ...(type?.produce.includes(draft.produce) && { produce: draft.produce as NonNullable<RegisterBody['produce']> }),
    ...(draft.amount.trim() !== '' && { amount: fenOf(draft.amount) }),
    ...(maySpeakOfCadres(typeCode) &&
      targets.length > 0 && {
        complaint: { targets: [...targets], centres: [...targetCentres] },
      }),
  };
};

const personBody = ({ name, phone, side, vulnerable }: PersonDraft): RegisterBody['parties'][number] => ({
  name: name.trim(),
  side,
  vulnerable,
  ...(phone.trim() !== '' && { phone: phone.trim() }),
});
