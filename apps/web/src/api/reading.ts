import { shallowReactive } from 'vue';
import { Refused, type Page } from './client';
import type { ProblemDocument } from './problem';

/** Something read from the station: the newest answer, or why there is none. */
export const useReading = <Answer>(read: () => Promise<Answer>) => {
  let latest = 0;
  const reading = shallowReactive({
    answer: undefined as Answer | undefined,
    problem: undefined as ProblemDocument | undefined,
    busy: false,
    /** What was there stays until the new answer has come. */
    async again(): Promise<void> {
      const turn = (latest += 1);
      reading.busy = true;
      try {
        const answer = await read();
        if (turn !== latest) return;
        reading.answer = answer;
        reading.problem = undefined;
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        if (turn === latest) reading.problem = error.problem;
      } finally {
        if (turn === latest) reading.busy = false;
      }
    },
  });
  return reading;
};

export type Reading<Answer> = ReturnType<typeof useReading<Answer>>;
export interface Pages<Answer> {
  readonly reading: Reading<Answer>;
  readonly more: Reading<void>;
  /** Nobody has gone further down. */
  readonly isFirst: () => boolean;
}

/** A list that grows by "more"; whatever else its pages say is the newest page's word. */
export const usePages = <Answer extends Page<unknown>>(read: (cursor?: string) => Promise<Answer>): Pages<Answer> => {
  const reading = useReading<Answer>(() => read());
  let grown: Answer | undefined;
  const more = useReading<void>(async () => {
    const { answer } = reading;
    if (answer?.next === undefined) return;
    const page = await read(answer.next);
    grown = { ...page, items: [...answer.items, ...page.items] };
    reading.answer = grown;
  });
  return { reading, more, isFirst: () => grown === undefined || reading.answer !== grown };
};
