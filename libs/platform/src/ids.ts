import { v7 } from 'uuid';

/**
 * A new opaque id (UUID version 7: sorts by creation). For what has no command to derive its id from; streams and
 * events take theirs from the command id.
 */
export const newId = (): string => v7();
