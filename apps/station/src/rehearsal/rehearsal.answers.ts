/** A process that is still open. */
export class OpenProcessAnswer {
  processId!: string;
  stage!: string;
  /** Instant of its earliest rung; null where it waits for people only. */
  nextDue!: string | null;
}

/** Log positions up to which the process bridge has come. */
export class BridgePositions {
  read!: string;
  delivered!: string;
  /** As is written down: the open processes below are those of this position. */
  saved!: string;
  /** Timetables on their way to the workflows. */
  doorbells!: number;
}

export class ReactionPositions {
  read!: string;
  delivered!: string;
  underWay!: number;
}

export class RehearsalState {
  clock!: string;
  /** Position of the last event of the log. */
  head!: string;
  /** Everything that follows from the log has happened: lists, reactions, doorbells. */
  quiet!: boolean;
  /** Whoever looks sees what follows from the log, lists and reactions; timetables may still be on their way. */
  followed!: boolean;
  /** The lists show the whole log. */
  projected!: boolean;
  /** How often a workflow's time has skipped since the start of the station. */
  skips!: number;
  bridge!: BridgePositions;
  reactions!: ReactionPositions;
  open!: OpenProcessAnswer[];
}
