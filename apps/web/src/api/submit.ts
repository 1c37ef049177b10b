import { reactive } from 'vue';
import { newKey, Refused } from './client';
import type { ProblemDocument } from './problem';

/** One form on its way to the station: sent once however often it is pressed, with one key until it has been carried out. */
export interface Submission {
  readonly busy: boolean;
  readonly problem: ProblemDocument | undefined;
  /** Carries on with the answer, or leaves the problem to be shown. */
  send<Answer>(carry: (key: string) => Promise<Answer>): Promise<{ readonly answer: Answer } | undefined>;
  forget(): void;
}

export const useSubmission = (): Submission => {
  let key = newKey();
  const state = reactive({
    busy: false,
    problem: undefined as ProblemDocument | undefined,
    async send<Answer>(carry: (key: string) => Promise<Answer>) {
      if (state.busy) return undefined;
      state.busy = true;
      state.problem = undefined;
      try {
        const answer = await carry(key);
        key = newKey();
        return { answer };
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        // Whoever has to log in first is asked to, and then presses once more: nothing is wrong with the form.
        if (error.code !== 'NOT_LOGGED_IN') state.problem = error.problem;
        return undefined;
      } finally {
        state.busy = false;
      }
    },
    forget() {
      state.problem = undefined;
    },
  });
  return state;
};
