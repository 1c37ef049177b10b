/** Places where a crash would tell whether what was promised holds (`test/faults`). */
export const FAILPOINTS = [
  'before-append',
  /** The commit is durable; nobody has been told. */
  'after-append',
  /** The answer to a command stands and is not sent. */
  'before-reply',
  /** The workflow has heard; the bridge's checkpoint does not know. */
  'after-start-before-checkpoint',
  /** Rows are written; their transaction, and the checkpoint with it, is not committed. */
  'after-apply-before-checkpoint',
  'after-reaction-before-checkpoint',
  /** The order has its event; Temporal does not know that it is done. */
  'after-activity-before-complete',
  /** People are in the vault; their case is not in the log. */
  'after-vault-before-append',
  /** A notice has left the house; the outbox does not know. */
  'after-send-before-mark',
] as const;

export type Failpoint = (typeof FAILPOINTS)[number];

let armed: { readonly name: Failpoint; left: number } | undefined;

/**
 * Arms one point for this process: `NAME:N` kills it, as `kill -9` does, at its N-th pass. Nothing given arms nothing.
 * @throws RangeError where the text names no point or no pass
 */
export const armFailpoint = (text: string | undefined): void => {
  if (!text) return;
  const [name, pass] = text.split(':');
  const known = FAILPOINTS.find((each) => each === name);
  const left = Number(pass);
  if (!known || !Number.isInteger(left) || left < 1) {
    throw new RangeError(`FAILPOINT ${text}: NAME:N, where NAME is one of ${FAILPOINTS.join(', ')}`);
  }
  armed = { name: known, left };
};

export const isArmed = (name: Failpoint): boolean => armed?.name === name;

/** Passes a point: one comparison where none is armed. */
export const failpoint = (name: Failpoint): void => {
  if (armed === undefined || armed.name !== name) return;
  armed.left -= 1;
  if (armed.left === 0) process.kill(process.pid, 'SIGKILL');
};
