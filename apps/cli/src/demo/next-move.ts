import { CURRENT_POLICY, type Choices } from '#policy';
import { leaderMove } from './leader-move.js';
import { move, type Move, type Outlook } from './move.js';
import { soon, stepAt } from './pace.js';
import { dutyMove } from './duty-move.js';
import { disputeMove } from './dispute-move.js';
import { mediationMove } from './mediation-move.js';
import { performanceMove } from './performance-move.js';
import { reviewMove } from './review-move.js';
import { clockOf, inThisRound, type SeenCase, type SeenReview } from './seen-case.js';
import type { SeenMediation } from './seen-mediation.js';
import { mergeMove, resumeMove, suspendMove, unmergeMove } from './standing-move.js';
import {
  CONTACTS,
  declineText,
  extensionText,
  guidanceText,
  noteText,
  responseText,
  resultText,
  verdictText,
} from './texts.js';

const { choices } = CURRENT_POLICY;
const QUICKLY_MINUTES = 10;
const NO_SIGNS = { violence: 0, gathered: 0, relapses: 0, threatToLife: false, weapon: false };

/** What is known of a case beside its own page. */
export interface Aside {
  readonly review?: SeenReview | undefined;
  readonly mediation?: SeenMediation | undefined;
}

/** What the next person will do with the case, and when: from what can be seen of it and from its fate alone. */
export const nextMove = (seen: SeenCase, aside: Aside, outlook: Outlook): Move | undefined => {
  const performed = aside.mediation && performanceMove(aside.mediation, outlook);
  const moves = [ownMove(seen, aside, outlook), leaderMove(seen, outlook), dutyMove(seen, outlook), performed].filter(
    (one): one is Move => !!one,
  );
  return moves.sort((one, other) => one.at - other.at)[0];
};

const ownMove = (seen: SeenCase, { review, mediation }: Aside, outlook: Outlook): Move | undefined => {
  const { fate, now } = outlook;
  const at = (step: string) => {
    const clock = clockOf(seen, step);
    return clock ? stepAt(clock, fate, now) : soon(now, QUICKLY_MINUTES);
  };
  switch (seen.stage) {
    case 'REGISTERED':
      return mergeMove(seen, outlook) ?? registered(seen, outlook, at('accept'));
    case 'ACCEPTED':
      return leavesAt(seen, outlook, at('assign')) ?? move(at('assign'), 'DIRECTOR', 'AssignCase');
    case 'ASSIGNED':
      return mayDecline(seen, outlook)
        ? move(at('ack'), 'HANDLER', 'DeclineAssignment', {
            reason: fate.decline,
            note: declineText(fate.decline ?? 'OVERLOAD'),
          })
        : move(at('ack'), 'HANDLER', 'Acknowledge');
    case 'ACKNOWLEDGED':
      return move(at('respond'), 'HANDLER', 'RecordFirstResponse', {
        contact: contactOf(fate.text),
        note: responseText(contactOf(fate.text)),
      });
    case 'IN_PROGRESS':
      return inProgress(seen, outlook, at('resolve'));
    case 'IN_MEDIATION':
      return suspendMove(seen, outlook) ?? (mediation && mediationMove(seen, mediation, outlook));
    case 'SUSPENDED':
      return resumeMove(outlook);
    case 'MERGED':
      return unmergeMove(outlook);
    case 'RESOLVED':
    case 'CLOSED':
      return review && reviewMove(seen, review, outlook);
    case 'COUNTY_REVIEW': {
      const verdict = seen.round < CURRENT_POLICY.review.maxRounds ? fate.panel : 'UPHELD';
      return move(at('countyReview'), 'CHAIR', 'DecideCountyReview', {
        ...{ verdict, reason: verdictText(verdict), panel: outlook.panel, remediesTold: true },
      });
    }
    default:
      return undefined;
  }
};

const registered = (seen: SeenCase, { fate, now }: Outlook, acceptAt: number): Move => {
  switch (fate.exit) {
    case 'AT_ONCE':
      return move(soon(now, QUICKLY_MINUTES), 'REGISTRAR', 'HandleImmediately', {
        outcome: 'ANSWERED',
        result: resultText('ANSWERED', fate.text),
        skillsUsed: [],
      });
    case 'REJECTED':
      return move(acceptAt, 'DIRECTOR', 'RejectCase', {
        reason: rejectReason(seen),
        guidance: guidanceText(fate.text),
      });
    default:
      return move(acceptAt, 'DIRECTOR', 'AcceptCase', { signs: signsOf(seen, fate.text) });
  }
};

/** Disputes now and then come with a raised hand or with many people. */
const signsOf = ({ dispute }: SeenCase, text: number) => ({
  ...NO_SIGNS,
  ...(dispute && text % 9 === 0 && { violence: 1 }),
  ...(dispute && text % 23 === 0 && { gathered: 12 }),
});

const rejectReason = ({ typeCode, dispute }: SeenCase): keyof Choices['rejectReasons'] => {
  if (typeCode.startsWith('PET-')) return 'STATUTORY_ROUTE';
  return dispute ? 'BEFORE_COURT' : 'OUT_OF_REMIT';
};

const TRANSFER_BODY: Readonly<Record<string, string>> = {
  'RPT-GMB': 'POLICE',
  'RPT-DOM': 'POLICE',
  'DSP-LAB': 'LABOUR_ARBITRATION',
  'DSP-LCT': 'LAND_ARBITRATION',
  'PET-GEN': 'PETITION_OFFICE',
};

/** The matter goes elsewhere, or the resident takes it back: once it is accepted and before anybody works on it. */
const leavesAt = (seen: SeenCase, { fate }: Outlook, at: number): Move | undefined => {
  if (seen.round > 1) return undefined;
  if (fate.exit === 'TRANSFERRED') {
    const body = TRANSFER_BODY[seen.typeCode] ?? 'COUNTY_DEPARTMENT';
    return move(at, 'DIRECTOR', 'TransferOut', { body, note: guidanceText(fate.text) });
  }
  const [reason] = Object.values(choices.withdrawReasons).slice(fate.text % 3);
  return fate.exit === 'WITHDRAWN'
    ? move(at, 'DIRECTOR', 'WithdrawCase', { reason: reason?.name.zh ?? '' })
    : undefined;
};

const mayDecline = (seen: SeenCase, { fate }: Outlook): boolean =>
  fate.decline !== undefined && inThisRound(seen, 'AssignmentDeclined').length === 0 && seen.round === 1;

const inProgress = (seen: SeenCase, outlook: Outlook, resolveAt: number): Move => {
  const { fate, now } = outlook;
  const standing = suspendMove(seen, outlook);
  if (standing) return standing;
  if (seen.dispute) return disputeMove(seen, outlook, resolveAt);
  if (fate.raised && seen.tier === 'V' && seen.round === 1)
    return move(soon(now, 120), 'HANDLER', 'RaiseTier', { because: 'HANDLER', reason: '村里解决不了，需要乡镇协调。' });
  const written = inThisRound(seen, 'ProgressRecorded').length;
  const resolve = clockOf(seen, 'resolve');
  if (fate.extends && resolve && now < resolve.dueAt && inThisRound(seen, 'LimitExtended').length === 0)
    return move(soon(now, 60), 'DIRECTOR', 'ExtendLimit', {
      by: { unit: resolve.limit.unit, n: Math.ceil(resolve.limit.n / 3) },
      reason: extensionText(fate.text),
    });
  if (written < fate.notes) {
    const between = now + (resolveAt - now) / (fate.notes - written + 1);
    return move(soon(between, 5), 'HANDLER', 'AddProgress', { note: noteText(fate.text + written) });
  }
  return move(resolveAt, 'HANDLER', 'ResolveCase', {
    outcome: outcomeOf(seen),
    result: resultText(outcomeOf(seen), fate.text),
    skillsUsed: [],
  });
};

const contactOf = (text: number) => CONTACTS[text % CONTACTS.length] ?? 'CALL';

const outcomeOf = ({ typeCode }: SeenCase): string => {
  if (/^(CON|SUG|INQ)-/.test(typeCode)) return 'ANSWERED';
  return typeCode.startsWith('PET-') ? 'EXPLAINED' : 'SOLVED';
};
