/** Chinese and English. */
export class Words {
  zh!: string;
  en!: string;
}

/** A code that people see by its name. */
export class Named {
  code!: string;
  name!: Words;
}

export class LimitAnswer {
  /** Natural minutes and hours, working hours, working days, calendar days. */
  unit!: 'm' | 'h' | 'WH' | 'WD' | 'CD';
  n!: number;
  /** Ends on the next working day where it would end on a day off. */
  roll?: boolean;
}

export class CaseTypeAnswer extends Named {
  /** Where it is offered; what comes by another channel is registered all the same. */
  channels!: string[];
  anonymousAllowed!: boolean;
  dispute!: boolean;
  profile!: string;
  tier!: 'V' | 'T' | 'K';
  confidentiality!: 'N' | 'C' | 'X';
  /** Codes of which one tells what the question is about; empty where that makes no difference. */
  produce!: string[];
}

export class SkillAnswer extends Named {
  category!: 'ECO' | 'STB' | 'ORG';
}

/** A step without a clock of its own is absent. */
export class ProfileLimits {
  accept!: LimitAnswer;
  assign?: LimitAnswer;
  ack?: LimitAnswer;
  respond?: LimitAnswer;
  resolve!: LimitAnswer;
  review?: LimitAnswer;
}

export class ProfileAnswer extends Named {
  priority!: string;
  limits!: ProfileLimits;
  /** What counts as the first response. */
  respondKind!: string | null;
  /** The most that may be added to the resolve limit, once. */
  extension!: LimitAnswer;
}

export class RejectReasonAnswer extends Named {
  /** Where the resident can turn to instead. */
  route!: Words;
}

export class ChoicesAnswer {
  outcomes!: Named[];
  rejectReasons!: RejectReasonAnswer[];
  declineReasons!: Named[];
  suspendReasons!: Named[];
  withdrawReasons!: Named[];
  agencyItems!: Named[];
  papers!: Named[];
  transferBodies!: Named[];
  ratings!: Named[];
  ratingReasons!: Named[];
}

export class AssignmentWeights {
  skill!: number;
  near!: number;
  load!: number;
  quality!: number;
  continuity!: number;
}

/** In minutes after midnight. */
export class WorkingTime {
  from!: number;
  to!: number;
}

export class ReviewRules {
  minAttempts!: number;
  minDays!: number;
  minChannels!: number;
  dissatisfiedUpTo!: number;
  panelSize!: number;
}

/** Everything the forms and the explanations of the pages need of the policy in force. */
export class CatalogueAnswer {
  policyVersion!: number;
  caseTypes!: CaseTypeAnswer[];
  channels!: Named[];
  skills!: SkillAnswer[];
  profiles!: ProfileAnswer[];
  choices!: ChoicesAnswer;
  roles!: Named[];
  /** Points of each part of an assignment's score. */
  weights!: AssignmentWeights;
  /** Times of day that count as working time. */
  workingHours!: WorkingTime[];
  review!: ReviewRules;
  /** Hours back that a handler may claim a first response. */
  claimableHours!: number;
}

export class PermittedAnswer {
  /** What the asker could do to anything at all; whether to this one thing is asked where it is read. */
  actions!: string[];
}
