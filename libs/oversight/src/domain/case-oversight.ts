import { reject, unreachable, type Command, type Context, type Decider, type Event } from '#kernel';

type CaseId = string;
type PartyId = string;
type CadreId = string;
/** Free text of people: plain while a command is decided, ciphertext under the case's key in every stored event. */
type SealedText = string;

/** Why a close looks as if nobody had spoken to the resident. */
export type SilentReason = 'NO_CONTACT' | 'NO_CALLBACK' | 'REPEATED';
export const SILENT_REASONS: readonly SilentReason[] = ['NO_CONTACT', 'NO_CALLBACK', 'REPEATED'];

/** What a handler may not ask a resident for (`docs/domain.md §5.3`). */
export type AskedFor = 'RATING' | 'WITHDRAWAL';
export type ClosureJudgement = 'JUSTIFIED' | 'ORDER';

/** A resident says that his handler asked him for it: for the county's supervisors, and nobody whom it is about. */
export type ResidentsWordRecorded = Event<
  'ResidentsWordRecorded',
  {
    readonly caseId: CaseId;
    readonly party: PartyId;
    readonly askedFor: AskedFor;
    readonly note: SealedText;
    readonly by: CadreId;
  }
>;
/** Of one close of a case. `ORDER`: whoever answers for the case has to account for it. */
export type ClosureJudged = Event<
  'ClosureJudged',
  {
    readonly caseId: CaseId;
    readonly round: number;
    readonly reasons: readonly SilentReason[];
    readonly judgement: ClosureJudgement;
    /** Unit that has to answer an order. */
    readonly target: string;
    readonly note: SealedText;
    readonly by: CadreId;
  }
>;
export type CaseOversightEvent = ResidentsWordRecorded | ClosureJudged;

export type RecordResidentsWord = Command<
  'RecordResidentsWord',
  { readonly caseId: CaseId; readonly party: PartyId; readonly askedFor: AskedFor; readonly note: SealedText }
>;
export type JudgeClosure = Command<
  'JudgeClosure',
  {
    readonly caseId: CaseId;
    readonly round: number;
    readonly judgement: ClosureJudgement;
    readonly note: SealedText;
  }
>;
export type CaseOversightCommand = RecordResidentsWord | JudgeClosure;

/** Which closes of a case a supervisor has judged. */
export interface CaseOversight {
  readonly judged: readonly number[];
}

export interface CaseOversightContext extends Context {
  readonly parties: readonly PartyId[];
  /** What was found about the last close, if anything was. */
  readonly finding?: { readonly round: number; readonly reasons: readonly SilentReason[]; readonly target: string };
}

/** @throws CommandRejected `PARTY_UNKNOWN`, `NOTE_MISSING` */
const recordWord = (
  { data }: RecordResidentsWord,
  { parties, now, actor }: CaseOversightContext,
): CaseOversightEvent[] => {
  if (!parties.includes(data.party)) reject('PARTY_UNKNOWN', { field: 'party' });
  if (data.note.trim() === '') reject('NOTE_MISSING', { field: 'note' });
  return [{ type: 'ResidentsWordRecorded', occurredAt: now, data: { ...data, by: actor.id } }];
};

/** @throws CommandRejected `NOTHING_FOUND`, `CLOSURE_JUDGED_BEFORE`, `NOTE_MISSING` */
const judge = (
  { data: { caseId, round, judgement, note } }: JudgeClosure,
  { judged }: CaseOversight,
  { finding, now, actor }: CaseOversightContext,
): CaseOversightEvent[] => {
  if (judged.includes(round)) reject('CLOSURE_JUDGED_BEFORE', { round });
  if (finding?.round !== round) return reject('NOTHING_FOUND', { field: 'round', round });
  if (note.trim() === '') reject('NOTE_MISSING', { field: 'note' });
  const { reasons, target } = finding;
  return [
    {
      type: 'ClosureJudged',
      occurredAt: now,
      data: { caseId, round, reasons, judgement, target, note, by: actor.id },
    },
  ];
};

/** What the county's supervisors hear and hold of one case (`docs/domain.md §5.3`). */
export const caseOversight: Decider<CaseOversight, CaseOversightCommand, CaseOversightEvent, CaseOversightContext> = {
  initialState: { judged: [] },
  evolve: (state, event) => (event.type === 'ClosureJudged' ? { judged: [...state.judged, event.data.round] } : state),
  decide: (command, state, context) => {
    switch (command.type) {
      case 'RecordResidentsWord':
        return recordWord(command, context);
      case 'JudgeClosure':
        return judge(command, state, context);
      default:
        return unreachable(command);
    }
  },
};
