/** Why a program does not start, in one sentence that says what to do; nothing has been damaged. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';
}

const CORRUPT = 11;
const NOT_A_DATABASE = 26;

/**
 * The sentence for what went wrong on the way; what has none stays as it is, for it is a fault of the program. By name,
 * not by class: this is loaded before anything else is.
 */
export const asCannotStart = (error: unknown, { data }: { readonly data: string }): unknown => {
  const { errcode, message = '', name } = (error ?? {}) as { errcode?: unknown; message?: string; name?: string };
  const sentence = sentences(message, data)[name ?? ''];
  if (sentence !== undefined) return new CannotStart(sentence);
  const code = typeof errcode === 'number' ? errcode & 0xff : undefined;
  if (code === CORRUPT || code === NOT_A_DATABASE) {
    return new CannotStart(
      `A database of ${data} is damaged (${message}): restore the folder from a backup, or give another one with --data.`,
    );
  }
  return error;
};

const sentences = (message: string, data: string): Readonly<Record<string, string>> => ({
  NoTemporalServer: message,
  DataFolderInUse: message,
  VaultLocked: `The identity vault stays locked: ${message}.`,
  NewerDataFolder: `${message}: update Minqing, or give another folder with --data.`,
  LockTaken: `A worker of its own assigns cases in ${data}: end it, or start the station with --no-worker.`,
});
