export class JudgementShown {
  judgement!: 'JUSTIFIED' | 'ORDER';
  by!: string;
  at!: string;
}

/** A close that looks as if nobody had spoken to the resident. */
export class SilentClosureItem {
  caseId!: string;
  caseNo!: string;
  typeCode!: string;
  round!: number;
  township!: string;
  village!: string;
  /** Unit that answers for it. */
  centre!: string;
  handler!: string | null;
  outcome!: string | null;
  closedAt!: string;
  /** No contact before it, nobody independent heard the resident, the same complaint again soon. */
  reasons!: ('NO_CONTACT' | 'NO_CALLBACK' | 'REPEATED')[];
  /** The case with the same complaint. */
  repeatedAs!: string | null;
  judgement!: JudgementShown | null;
}

export class SilentClosuresAnswer {
  /** The last closed first. */
  items!: SilentClosureItem[];
  /** Cursor of the next page; absent on the last one. */
  next?: string;
}

/** A resident says that his handler asked him for it; what he said stands in the log, sealed. */
export class ResidentsWordItem {
  caseId!: string;
  caseNo!: string;
  township!: string;
  handler!: string | null;
  askedFor!: 'RATING' | 'WITHDRAWAL';
  recordedAt!: string;
}

export class ResidentsWordsAnswer {
  items!: ResidentsWordItem[];
  next?: string;
}

export class OversightAnswer {
  caseId!: string;
  revision!: number;
}
