import type { Language } from '../../rehearsal/texts.js';
import type { Finding } from './finding.js';
import { WORDS } from './words.js';

const MARKS = { well: '✓', note: '·', wrong: '✗' } as const;

/** One line a finding, and one below it where something is to be done. */
export const inWords = ({ severity, code, facts }: Finding, language: Language): string => {
  const { says, todo } = WORDS[code][language] as { says: string; todo?: string };
  const filled = (text: string): string => text.replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? ''));
  return `${MARKS[severity]} ${filled(says)}${todo === undefined ? '' : `\n  → ${filled(todo)}`}`;
};
