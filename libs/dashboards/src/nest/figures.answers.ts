/** A rate with what it is of. */
export class ShareFigure {
  /** Null where withheld. */
  numerator!: number | null;
  denominator!: number | null;
  /** Null where there is nothing to take a share of, or it is withheld. */
  value!: number | null;
  /** `98.7 %`, `—` where there is nothing, `<5` where it is withheld. */
  shown!: string;
  /** So small a group that it would tell of one confidential case, or of one cadre's ratings. */
  withheld?: boolean;
}

export class StepShare extends ShareFigure {
  step!: string;
}

export class StockFigure {
  E1!: number;
  E2!: number;
  E3!: number;
  total!: number;
}

export class ResponseTimes {
  /** Natural minutes from acknowledgement to first response; null where nobody responded. */
  median!: number | null;
  p90!: number | null;
  /** Responses. */
  of!: number;
  /** Share of those whose time was claimed afterwards. */
  claimed!: ShareFigure;
}

export class TierShares {
  /** Agreed at the village, of all agreed. */
  village!: ShareFigure;
  /** Agreed at village or township, of all agreed. */
  township!: ShareFigure;
}

/** Open cases of one colour of danger, now. */
export class RiskFigure {
  level!: 'RED' | 'ORANGE' | 'YELLOW' | 'BLUE';
  open!: number;
  /** Days since somebody looked at the danger last; null where nobody has. */
  meanDaysSinceCheck!: number | null;
  longestDaysSinceCheck!: number | null;
  /** Looks that nobody took in time. */
  missed!: number;
  /** Open cases at which somebody has looked at all. */
  coverage!: ShareFigure;
}

/** Weighted open load of those who lead open cases, now. */
export class LoadFigure {
  /** Of whoever has most. */
  max!: number | null;
  median!: number | null;
  /** `max` by `median`: 1 where all have the same. */
  value!: number | null;
  /** People who lead open cases. */
  of!: number;
}

/** Many of one type in one village, at the end of the period. */
export class HotSpot {
  village!: string;
  type!: string;
  /** In the last 14 days. */
  count!: number;
  /** Of 14 days, over the last 90. */
  mean!: number;
}

export class HotSpots {
  spots!: HotSpot[];
  /** Hot ones, of the pairs of village and type that had any case in 90 days. */
  share!: ShareFigure;
}

export class EscalationFigure {
  E1!: number;
  E2!: number;
  E3!: number;
  /** From the rung to the end of its step; null where none is over. */
  meanHoursToClear!: number | null;
  /** Rungs whose step is over, of those that fired. */
  cleared!: ShareFigure;
}

/** Paperwork done for residents. */
export class AgencyFigure {
  /** Brought to their end within their limit, of all brought to their end in the period. */
  onTime!: ShareFigure;
  /** What it saved residents, in fen. */
  savingFen!: number;
  /** Matters whose saving was recorded. */
  savedBy!: number;
}

/** Figures of one group; the callback coverage stands beside them all. */
export class FiguresOfGroup {
  /** Path, township, village, type or cadre. */
  key!: string;
  /** M10: reviews answered, of those due. */
  coverage!: ShareFigure;
  /** Intake. */
  M01!: number;
  /** On time by step. */
  M02!: StepShare[];
  /** Overdue now, whatever the period. */
  M03!: StockFigure;
  M04!: ResponseTimes;
  /** Resolved, of those accepted in the period. */
  M05!: ShareFigure;
  /** Agreed, of the mediations concluded. */
  M06!: ShareFigure;
  /** Fulfilled, of the agreements fulfilled or broken. */
  M07!: ShareFigure;
  /** Not out of the village, not out of the township. */
  M08!: TierShares;
  /** Satisfied, of those rated. */
  M09!: ShareFigure;
  /** Confirmed by the court, of the written agreements whose time to ask it is over. */
  M12!: ShareFigure;
  M20!: AgencyFigure;
  /** Solved or agreed, of the cases closed in the period; visits are not counted yet. */
  M21!: ShareFigure;
  /** Dangers, now, whatever the period. */
  M22!: RiskFigure[];
  /** Balance of loads, now. */
  M26!: LoadFigure;
  M27!: HotSpots;
  /** What went up in the period. */
  M28!: EscalationFigure;
}

export class LagFigure {
  projection!: string;
  /** Age of the last event shown, milliseconds; 0 at the head of the log. */
  lagMs!: number;
}

export class FiguresAnswer {
  asOf!: string;
  from!: string;
  to!: string;
  within!: string;
  by!: 'county' | 'township' | 'village' | 'type' | 'cadre';
  /** Sealed cases count in the figures of the whole county only. */
  sealed!: 'COUNTED' | 'LEFT_OUT';
  groups!: FiguresOfGroup[];
  /** M30, of each read model that figures are read from. */
  M30!: LagFigure[];
}
