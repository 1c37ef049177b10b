/** Why the station does not start, in one sentence that says what to do; nothing has been damaged. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';
}
