/** All of them, or none: the first failure calls the others off and is thrown when they have ended. */
export const together = async <T extends readonly unknown[]>(
  parts: { readonly [Part in keyof T]: Promise<T[Part]> },
  callOff: AbortController,
): Promise<T> => {
  let failure: { readonly error: unknown } | undefined;
  for (const part of parts) {
    part.catch((error: unknown) => {
      failure ??= { error };
      callOff.abort(error);
    });
  }
  const ended = await Promise.allSettled(parts);
  if (failure) throw failure.error;
  return ended.map((part) => (part.status === 'fulfilled' ? part.value : undefined)) as unknown as T;
};
