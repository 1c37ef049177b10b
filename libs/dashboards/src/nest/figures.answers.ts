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
