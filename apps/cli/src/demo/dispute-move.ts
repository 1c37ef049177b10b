import type { Instant } from '#kernel';
import { move, type Move, type Outlook } from './move.js';
import { soon } from './pace.js';
import type { SeenCase } from './seen-case.js';
import { resultText } from './texts.js';

const REQUESTED_AFTER_MINUTES = 150;
const ANSWERED_AFTER_MINUTES = 200;
const CLOSED_AFTER_MINUTES = 240;

/** What becomes of a dispute while its handler has it and nobody is mediating (`docs/domain.md §5.2`). */
export const disputeMove = (seen: SeenCase, { fate, now }: Outlook, resolveAt: Instant): Move => {
  const [awaited] = awaitedAnswers(seen);
  if (awaited !== undefined)
    return move(soon(now, ANSWERED_AFTER_MINUTES), 'HANDLER', 'AnswerTierOffer', {
      party: awaited,
      accepts: fate.takesNextTier,
    });
  if (lastOutcome(seen) === 'AGREED')
    return move(soon(now, CLOSED_AFTER_MINUTES), 'HANDLER', 'ResolveCase', {
      ...{ outcome: 'AGREED', result: '双方达成协议，承办人已核对内容。', skillsUsed: ['STB-03'] },
    });
  if (seen.violent)
    return move(resolveAt, 'HANDLER', 'ResolveCase', {
      ...{ outcome: 'NOT_AGREED_GUIDED', result: resultText('NOT_AGREED_GUIDED', fate.text), skillsUsed: [] },
    });
  if (seen.parties.length < 2)
    return move(resolveAt, 'HANDLER', 'ResolveCase', {
      ...{ outcome: 'EXPLAINED', result: resultText('EXPLAINED', fate.text), skillsUsed: [] },
    });
  return move(soon(now, REQUESTED_AFTER_MINUTES), 'HANDLER', 'StartMediation');
};

/** Parties who have been offered the next tier and have not said yet what they want. */
const awaitedAnswers = ({ timeline }: SeenCase): readonly string[] => {
  const offer = timeline.findLastIndex(({ type }) => type === 'NextTierOffered');
  if (offer < 0) return [];
  const since = timeline.slice(offer);
  if (since.some(({ type }) => type === 'TierRaised' || type === 'TierOfferLapsed')) return [];
  const answered = since.filter(({ type }) => type === 'TierOfferAnswered').map(({ data }) => data['party']);
  return (since[0]?.data['parties'] as readonly string[]).filter((party) => !answered.includes(party));
};

const lastOutcome = ({ timeline }: SeenCase): unknown =>
  timeline.findLast(({ type }) => type === 'MediationConcluded' || type === 'CaseReopened')?.data['outcome'];
