import type { AnyEvent } from '#kernel';
import { shown } from './compare.js';
import { differencesOf, isDifference, type Rehearsal, type Row } from './rehearsal.js';
import { TEXTS, type Language } from './texts.js';

/** The timeline in words, one line each; every difference is marked ✗ with what was expected and what came. */
export const report = (rehearsal: Rehearsal, language: Language): string => {
  const words = TEXTS[language];
  const { title, file, host, rows, names } = rehearsal;
  const differences = differencesOf(rehearsal);
  const verdict = differences.length === 0 ? `✓ ${words.held}` : `✗ ${words.differences(differences.length)}`;
  const lines = rows.map((row) => `${markOf(row)} ${shown(row.at)}  ${lineOf(row, names, language, file)}`);
  return [`${title}  (${file}, ${words.host}: ${host})`, ...lines, verdict, ''].join('\n');
};

const markOf = (row: Row): string => {
  if (row.kind === 'command') return '▶';
  if (isDifference(row)) return '✗';
  return row.kind === 'event' && row.standing === 'allowed' ? '·' : '✓';
};

const lineOf = (row: Row, names: Rehearsal['names'], language: Language, file: string): string => {
  const words = TEXTS[language];
  const where = (line: number) => `[${file}:${line}]`;
  switch (row.kind) {
    case 'command':
      return `${row.by}: ${row.what}`;
    case 'event':
      return `    ${row.seen.event.type} ${summaryOf(row.seen.event, names)}${isDifference(row) ? `  ← ${words.unexpected}` : ''}`;
    case 'missing': {
      const { type, data } = row.expected;
      const near = row.near === undefined ? '' : `; ${words.nearest}: ${row.near}`;
      const wanted = Object.keys(data).length > 0 ? ` ${JSON.stringify(data)}` : '';
      return `    ${type}${wanted}  ← ${words.missing}${near} ${where(row.line)}`;
    }
    case 'check': {
      const subject = `    ${words[row.about]} ${row.subject}`;
      if (row.holds) return row.about === 'silence' ? subject : `${subject}: ${row.got}`;
      return `${subject}  ← ${words.expected} ${row.expected}, ${words.got} ${row.got} ${where(row.line)}`;
    }
  }
};

/** Fields that tell most about an event, in this order. */
const TELLING = [
  'step',
  'level',
  'attempt',
  'handler',
  'coHandlers',
  'from',
  'by',
  'reason',
  'action',
  'because',
  'round',
  'rating',
  'party',
  'verdict',
  'outcome',
  'actionDueAt',
];

const summaryOf = ({ data }: AnyEvent, names: Rehearsal['names']): string => {
  const fields = data as Readonly<Record<string, unknown>>;
  const named = (value: unknown): string => {
    if (Array.isArray(value)) return `[${value.map(named).join(' ')}]`;
    const text = String(value);
    return names.get(text) ?? text;
  };
  const told = TELLING.filter((field) => isTold(fields[field])).map(
    (field) => `${field}=${field.endsWith('At') ? shown(fields[field] as number) : named(fields[field])}`,
  );
  const clocks = (fields['clocks'] ?? []) as readonly { readonly step: string; readonly dueAt: number }[];
  const dues = clocks.map(({ step, dueAt }) => `${step}≤${shown(dueAt)}`);
  return [...told, ...dues].join(' ');
};

const isTold = (value: unknown): boolean =>
  Array.isArray(value) ? value.length > 0 : (typeof value === 'string' && value !== '—') || typeof value === 'number';
