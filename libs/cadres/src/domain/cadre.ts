import { reject, unreachable, type Decider } from '#kernel';
import { evolveCadreRecord, type CadreRecord } from './cadre-facts.js';
import type {
  CadreCommand,
  ChangeOnCall,
  DeclareKin,
  RegisterCadreWithRecord,
  SetAwaitingPost,
} from './cadre.commands.js';
import type { CadreEvent } from './cadre.events.js';
import { evolve, initialState, type Cadre, type CadreContext } from './cadre-state.js';
import { expire, recognise, renew, revoke } from './certificates.js';
import { followLeave } from './handing-over.js';
import { approveLeave, cancelLeave, requestLeave } from './leave.js';
import { requireOpaque } from './opaque-id.js';
import { endPosting, startPosting } from './postings.js';
import { register } from './registration.js';

export const cadreStream = (cadreId: string): string => `cadre-${cadreId}`;

const registerWithRecord = ({ data }: RegisterCadreWithRecord, cadre: Cadre, context: CadreContext): CadreEvent[] => {
  const events = register(data.registration, cadre, context);
  let record = events.reduce(evolveCadreRecord, cadre.record);
  const take = (decided: readonly CadreEvent[]): void => {
    record = decided.reduce(evolveCadreRecord, record);
    events.push(...decided);
  };
  const registered = (): CadreRecord => record ?? reject('CADRE_UNKNOWN');
  for (const posting of data.postings) take(startPosting(posting, registered(), context));
  for (const certificate of data.certificates) take(recognise(certificate, registered(), context));
  return events;
};

const declareKin = ({ data }: DeclareKin, record: CadreRecord, { now }: CadreContext): CadreEvent[] => {
  const { partyId } = data;
  requireOpaque({ partyId });
  if (record.kin.includes(partyId)) return [];
  return [{ type: 'KinDeclared', occurredAt: now, data: { cadreId: record.cadreId, partyId } }];
};

const setAwaitingPost = ({ data }: SetAwaitingPost, record: CadreRecord, { now }: CadreContext): CadreEvent[] => {
  const { awaitingPost } = data;
  if (record.awaitingPost === awaitingPost) return [];
  return [{ type: 'AwaitingPostSet', occurredAt: now, data: { cadreId: record.cadreId, awaitingPost } }];
};

const changeOnCall = ({ data }: ChangeOnCall, record: CadreRecord, { now }: CadreContext): CadreEvent[] => {
  const { onCall, reachable } = data;
  if (record.onCall === onCall && record.reachable === reachable) return [];
  return [{ type: 'OnCallChanged', occurredAt: now, data: { cadreId: record.cadreId, onCall, reachable } }];
};

const decide = (command: CadreCommand, cadre: Cadre, context: CadreContext): readonly CadreEvent[] => {
  if (command.type === 'RegisterCadre') return register(command.data, cadre, context);
  if (command.type === 'RegisterCadreWithRecord') return registerWithRecord(command, cadre, context);
  const { record } = cadre;
  if (!record) return reject('CADRE_UNKNOWN');
  switch (command.type) {
    case 'StartPosting':
      return startPosting(command.data, record, context);
    case 'EndPosting':
      return endPosting(command, record, context);
    case 'RecogniseCertificate':
      return recognise(command.data, record, context);
    case 'RenewCertificate':
      return renew(command, record, context);
    case 'ExpireCertificate':
      return expire(command, record, cadre, context);
    case 'RevokeCertificate':
      return revoke(command, record, context);
    case 'DeclareKin':
      return declareKin(command, record, context);
    case 'RequestLeave':
      return requestLeave(command, record, cadre, context);
    case 'ApproveLeave':
      return approveLeave(command, record, cadre, context);
    case 'CancelLeave':
      return cancelLeave(command, record, cadre, context);
    case 'FollowLeave':
      return followLeave(command, cadre, context);
    case 'SetAwaitingPost':
      return setAwaitingPost(command, record, context);
    case 'ChangeOnCall':
      return changeOnCall(command, record, context);
    default:
      return unreachable(command);
  }
};

/** One person who serves: cadre, staff or lay mediator; stream `cadre-{cadreId}` (`docs/domain.md §6`). */
export const cadre: Decider<Cadre, CadreCommand, CadreEvent, CadreContext> = { initialState, decide, evolve };
