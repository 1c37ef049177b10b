import type { Page } from '../api/client';
import { usePages } from '../api/reading';
import { useFresh } from './fresh';

/** A list that follows what happens. Only its first page is read anew: who has gone further down is not thrown back. */
export const useFreshPages = <Answer extends Page<unknown>>(read: (cursor?: string) => Promise<Answer>) => {
  const pages = usePages(read);
  useFresh(() => (pages.isFirst() ? pages.reading.again() : undefined));
  return pages;
};
