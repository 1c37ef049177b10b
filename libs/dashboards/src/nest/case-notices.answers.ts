export class ToldPerson {
  kind!: 'CADRE' | 'PARTY' | 'GROUP';
  /** Cadre id, party id, or the unit whose group chat it is. */
  id!: string;
  /** Of those who serve alone. */
  name!: string | null;
}

export class ToldText {
  zh!: string;
  en!: string;
}

export class CaseNotice {
  to!: ToldPerson;
  channel!: 'INBOX' | 'CALL' | 'SMS' | 'EMAIL' | 'ROBOT';
  text!: ToldText;
  status!: 'PENDING' | 'SENT' | 'FAILED' | 'HELD_BACK' | 'OVERTAKEN' | 'UNCERTAIN' | 'NO_ADDRESS' | 'NOT_CONFIGURED';
  at!: string;
  /** When it goes out, where it has not yet. */
  dueAt!: string;
  endedAt!: string | null;
  /** When it was read in the inbox. */
  readAt!: string | null;
  /** Sent once more, for nobody knew whether it had arrived. */
  repeated!: boolean;
}

export class CaseNoticesAnswer {
  items!: CaseNotice[];
  next?: string;
}
