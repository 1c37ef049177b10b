/** What became of a try. Only codes: what a server says may hold an address. */
export type Outcome =
  | { readonly is: 'SENT' }
  /** It certainly did not arrive; `forGood`: nor would it the next time. */
  | { readonly is: 'REFUSED'; readonly reason: string; readonly forGood?: true }
  /** It may have arrived. */
  | { readonly is: 'UNSURE'; readonly reason: string };

export interface Outgoing {
  /** The same for a repeat, so that whoever can tell repeats apart may drop one. */
  readonly key: string;
  /** Phone, mail address, or the unit whose group it is. */
  readonly address: string;
  readonly text: string;
}

/** A way out of the house: one that is not configured is not there. */
export abstract class WayOut {
  abstract send(outgoing: Outgoing): Promise<Outcome>;
}
