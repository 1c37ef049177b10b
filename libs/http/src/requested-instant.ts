import { reject, type Instant } from '#kernel';
import { fromIso } from '#working-time';

/** An instant that somebody sent, with its offset. @throws CommandRejected `INSTANT_INVALID` naming the field */
export const requestedInstant = (field: string, text: string): Instant => {
  try {
    return fromIso(text);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return reject('INSTANT_INVALID', { field, text });
  }
};
