/** Who has something in hand: a cadre, or the unit whose head has it. */
export class Holder {
  kind!: 'CADRE' | 'UNIT';
  id!: string;
  /** Null for a unit, which the organisation names, and for somebody who is no longer known. */
  name!: string | null;
}

/** Day n of m: calendar days, the start day not counted. */
export class DayOfLimit {
  day!: number;
  of!: number;
  endsAt!: string;
  /** Stands still while the case is suspended: it will end later than said. */
  paused!: boolean;
}

/** What every line of a board says of its case. */
export class CaseOnBoard {
  caseId!: string;
  caseNo!: string;
  typeCode!: string;
  stage!: string;
  tier!: 'V' | 'T' | 'K';
  round!: number;
  priority!: string;
  risk!: 'RED' | 'ORANGE' | 'YELLOW' | 'BLUE' | null;
  township!: string;
  village!: string;
}

export class MediationOnBoard {
  mediationId!: string;
  stage!: string;
  underWay!: boolean;
  /** Whom the parties have accepted. */
  mediator!: Holder | null;
}

export class SessionOnBoard {
  startsAt!: string;
  endsAt!: string;
  form!: string;
}

export class AwaitedOnBoard {
  /** A step that is owed, `consent`, `tierOffer`, `conclusion`, `suspension`, `mediator` or `session`. */
  what!: string;
  /** Null where no instant is set. */
  until!: string | null;
}

export class TermOnBoard {
  term!: number;
  /** Last day to perform it. */
  dueOn!: string;
  urged!: boolean;
}

export class DisputeItem extends CaseOnBoard {
  registeredAt!: string;
  handler!: Holder | null;
  /** The last that was asked for. */
  mediation!: MediationOnBoard | null;
  /** Null where the tier has no days of its own, or they are over. */
  tierBudget!: DayOfLimit | null;
  /** Null before acceptance, and once an agreement or a result has stopped it. */
  resolveLimit!: DayOfLimit | null;
  nextSession!: SessionOnBoard | null;
  /** What has been agreed and is performed next. */
  nextTerm!: TermOnBoard | null;
  waitingFor!: AwaitedOnBoard | null;
  /** Steps past their due. */
  overdue!: string[];
}

export class DisputesAnswer {
  asOf!: string;
  /** The most urgent first: RED, ORANGE, then by what is due first. */
  items!: DisputeItem[];
  /** Cursor of the next page; absent on the last one. */
  next?: string;
}

/** One thing that was agreed and is not done yet. */
export class AgreedItem extends CaseOnBoard {
  mediationId!: string;
  term!: number;
  /** Last day to perform it. */
  dueOn!: string;
  /** When it is looked at; once urged, when the agreement counts as broken. */
  dueAt!: string;
  urged!: boolean;
  /** Whom the parties had accepted. */
  mediator!: Holder | null;
}

export class AgreementsAnswer {
  asOf!: string;
  /** By when they are looked at. */
  items!: AgreedItem[];
  /** Cursor of the next page; absent on the last one. */
  next?: string;
}

/** One day's entry of what follows agreements and results. */
export class FollowUpItem extends CaseOnBoard {
  /** A term to perform, the end of the time to ask the court, a call back. */
  kind!: 'TERM' | 'CONFIRMATION' | 'REVIEW';
  /** Local day. */
  day!: string;
  at!: string;
  mediationId!: string | null;
  term!: number | null;
  /** Of a term: nobody performed it in time. */
  urged!: boolean | null;
  /** Of a confirmation: when the parties are reminded. */
  remindAt!: string | null;
}

export class FollowUpAnswer {
  asOf!: string;
  from!: string;
  to!: string;
  /** In the order of time. */
  items!: FollowUpItem[];
  /** More than can be shown: ask for fewer days. */
  complete!: boolean;
}

export class OverdueItem extends CaseOnBoard {
  step!: string;
  attempt!: number;
  dueAt!: string;
  /** Natural minutes since the due. */
  overdueMinutes!: number;
  level!: 'E1' | 'E2' | 'E3';
  holder!: Holder;
  /** What the asker may order about it now. */
  orders!: ('REASSIGN' | 'ORDER' | 'EXTEND' | 'ACCEPT_REASON')[];
}

export class OverdueCounts {
  E1!: number;
  E2!: number;
  E3!: number;
  total!: number;
}

export class OverdueGroup extends OverdueCounts {
  /** Level, township, village or id of the holder. */
  key!: string;
  /** Where holders are counted. */
  holder?: Holder;
}

export class OverdueAnswer {
  asOf!: string;
  total!: OverdueCounts;
  /** The largest first. */
  groups!: OverdueGroup[];
  /** Smaller groups that are not listed. */
  groupsLeftOut!: number;
  /** The longest overdue first. */
  items!: OverdueItem[];
  /** Cursor of the next page; absent on the last one. */
  next?: string;
}

export class TaskItem extends CaseOnBoard {
  /** The step that is owed, `session` of a mediation, or `performance` of what was agreed and urged. */
  what!: string;
  /** As what the asker has it: lead handler, co-handler, mediator, head of the unit. */
  as!: 'LEAD' | 'CO_HANDLER' | 'MEDIATOR' | 'HEAD';
  /** Of a session its beginning; of a performance when the agreement counts as broken. */
  dueAt!: string;
  /** Of a session; null for a step. */
  endsAt!: string | null;
  when!: 'NOW' | 'TODAY' | 'LATER';
  /** Highest rung of the ladder that has fired. */
  level!: 'WARN' | 'E1' | 'E2' | 'E3' | null;
}

export class TaskCounts {
  /** Due already. */
  now!: number;
  /** Due before the local day ends. */
  today!: number;
  later!: number;
}

export class TasksAnswer {
  asOf!: string;
  counts!: TaskCounts;
  /** By due. */
  items!: TaskItem[];
  /** Cursor of the next page; absent on the last one. */
  next?: string;
}
