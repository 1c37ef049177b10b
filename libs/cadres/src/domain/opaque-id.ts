import { reject } from '#kernel';

const OPAQUE = /^[A-Za-z0-9][A-Za-z0-9_./:-]{0,127}$/;

/** An id or reference that could hold a name or a text does not get into the log. Throws `ID_NOT_OPAQUE`. */
export const requireOpaque = (ids: Readonly<Record<string, string | undefined>>): void => {
  for (const [field, id] of Object.entries(ids)) {
    if (id !== undefined && !OPAQUE.test(id)) reject('ID_NOT_OPAQUE', { field });
  }
};
