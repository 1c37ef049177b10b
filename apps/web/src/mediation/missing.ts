import type { CasePage } from '../api/cases';
import type { Mediation } from '../api/mediations';
import { partyName } from '../case/parties';
import { instant } from '../in-words/time';
import { listed, t } from '../language';
import { signersAwaited } from './mediation-forms';
import { mediatorName } from './mediator-name';

const OPEN = ['PROPOSED', 'SCHEDULED', 'IN_SESSION'];

export const isOpen = ({ stage }: Mediation): boolean => OPEN.includes(stage);

export interface Missing {
  readonly words: string;
  /** Commands that bring it. */
  readonly by: readonly string[];
}

/** What is still missing before the next step; nothing where it is over. */
export const missing = (mediation: Mediation, page: CasePage): readonly Missing[] =>
  isOpen(mediation)
    ? [...consentMissing(mediation, page), ...mediatorMissing(mediation, page), ...talkMissing(mediation, page)]
    : [];

const namesOf = (page: CasePage, ids: readonly string[]): string => listed(ids.map((id) => partyName(page, id)));

const consentMissing = ({ stage, parties, consented }: Mediation, page: CasePage): readonly Missing[] => {
  if (stage !== 'PROPOSED') return [];
  const names = namesOf(
    page,
    parties.filter((party) => !consented.includes(party)),
  );
  return [{ words: t('mediation.missing.consent', { names }), by: ['RecordConsent'] }];
};

const mediatorMissing = (mediation: Mediation, page: CasePage): readonly Missing[] => {
  const { mediator, offered, parties, people } = mediation;
  if (offered) {
    const names = namesOf(
      page,
      parties.filter((party) => !offered.acceptedBy.includes(party)),
    );
    const asked = mediatorName(people, page, offered.mediatorId);
    return [{ words: t('mediation.missing.answer', { names, mediator: asked }), by: ['AnswerMediator'] }];
  }
  return mediator === null ? [{ words: t('mediation.missing.mediator'), by: ['ProposeMediator'] }] : [];
};

const talkMissing = (mediation: Mediation, page: CasePage): readonly Missing[] => {
  const { stage, mediator, sessions, draft } = mediation;
  if (stage === 'PROPOSED' || mediator === null) return [];
  const coming = sessions.find(({ held }) => !held);
  if (coming) {
    const at = instant(coming.startsAt, { weekday: true });
    return [{ words: t('mediation.missing.minutes', { at }), by: ['RecordSession'] }];
  }
  if (sessions.length === 0) return [{ words: t('mediation.missing.session'), by: ['ScheduleSession'] }];
  if (!draft) {
    return [{ words: t('mediation.missing.agreement'), by: ['RecordOralAgreement', 'DraftAgreement'] }];
  }
  const signers = signersAwaited(page, mediation);
  const names = listed(signers.map(({ label }) => label));
  return [
    ...(signers.length > 0 ? [{ words: t('mediation.missing.signatures', { names }), by: ['SignAgreement'] }] : []),
    ...(draft.sealed ? [] : [{ words: t('mediation.missing.seal'), by: ['SealAgreement'] }]),
  ];
};
