import { move, type Move, type Outlook } from './move.js';
import { soon } from './pace.js';
import { clockOf, type SeenCase } from './seen-case.js';

/** After each of these, somebody is told outside the house: it takes minutes. */
const MINUTES = { police: 20, tellLeader: 10, tellCounty: 25 } as const;
/** What a petitioner is owed in writing goes out the next working day. */
const WRITING_MINUTES = 7 * 60;
const RECEIPT_MINUTES = 2 * 7 * 60;

/** What is done beside the handling: the police, the leaders, what petitioners get in writing, the receipt of whoever took the case over. */
export const dutyMove = (seen: SeenCase, { now }: Outlook): Move | undefined => {
  const after = (step: keyof typeof MINUTES): number =>
    Math.max(soon(clockOf(seen, step)?.startedAt ?? now, MINUTES[step], true), soon(now, 1, true));
  if (clockOf(seen, 'police'))
    return move(after('police'), 'DIRECTOR', 'ReportToPolice', { note: '已电话报告派出所。' });
  if (clockOf(seen, 'tellLeader')) return move(after('tellLeader'), 'DIRECTOR', 'RecordRiskTold', { whom: 'LEADER' });
  if (clockOf(seen, 'tellCounty')) return move(after('tellCounty'), 'DIRECTOR', 'RecordRiskTold', { whom: 'COUNTY' });
  const written = clockOf(seen, 'notice') ?? clockOf(seen, 'delivery');
  if (written)
    return move(
      Math.max(soon(written.startedAt, WRITING_MINUTES), soon(now, 1)),
      'DIRECTOR',
      written.step === 'notice' ? 'NoticeAcceptance' : 'DeliverAnswer',
    );
  const receipt = clockOf(seen, 'transferReceipt');
  if (!receipt || receipt.fired.includes('E1')) return undefined;
  return move(Math.max(soon(receipt.startedAt, RECEIPT_MINUTES), soon(now, 1)), 'DIRECTOR', 'RecordTransferReceipt');
};
