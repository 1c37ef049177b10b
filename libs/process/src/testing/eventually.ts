/** Waits until the condition holds. @throws when it does not within the time */
export const eventually = async (
  holds: () => boolean | Promise<boolean>,
  { withinMs = 20_000, what = 'the expected' } = {},
): Promise<void> => {
  const until = performance.now() + withinMs;
  while (!(await holds())) {
    if (performance.now() > until) throw new Error(`${what} did not come within ${withinMs / 1000} s`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
};
