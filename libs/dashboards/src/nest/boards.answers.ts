/** Who has something in hand: a cadre, or the unit whose head has it. */
export class Holder {
  kind!: 'CADRE' | 'UNIT';
  id!: string;
  /** Null for a unit, which the organisation names, and for somebody who is no longer known. */
  name!: string | null;
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

export class OverdueItem extends CaseOnBoard {
  step!: string;
  attempt!: number;
  dueAt!: string;
  /** Natural minutes since the due. */
  overdueMinutes!: number;
  level!: 'E1' | 'E2' | 'E3';
  holder!: Holder;
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
  /** The step that is owed. */
  what!: string;
  /** As what the asker has it: lead handler, co-handler, head of the unit. */
  as!: 'LEAD' | 'CO_HANDLER' | 'HEAD';
  dueAt!: string;
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
