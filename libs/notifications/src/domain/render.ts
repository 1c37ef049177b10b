import { CURRENT_POLICY, type Text } from '#policy';
import { daysOfIsoWeek, toIso } from '#working-time';
import { CODES } from './codes.js';
import type { Message } from './notice.js';
import { en } from './texts.en.js';
import { zh, type TextKey } from './texts.zh.js';

export type Language = keyof Text;

export const CATALOGUES: Readonly<Record<Language, Readonly<Record<TextKey, string>>>> = { zh, en };

/** What only the vault and the tree of units know; asked when a text is read or sent, and never kept. */
export interface Names {
  readonly cadre: (cadreId: string) => string | undefined;
  /** The phone residents are told. */
  readonly phone: (cadreId: string) => string | undefined;
}

type Value = Message['params'][string] | undefined;
type Kind = (value: Value, language: Language, names: Names) => string;

const { caseTypes, skills, choices } = CURRENT_POLICY;

const named =
  (table: Readonly<Record<string, Text>>): Kind =>
  (value, language) =>
    table[String(value)]?.[language] ?? String(value ?? '');
const mapped = <T>(table: Readonly<Record<string, T>>, text: (entry: T) => Text): Readonly<Record<string, Text>> =>
  Object.fromEntries(Object.entries(table).map(([code, entry]) => [code, text(entry)]));

const UNKNOWN: Text = { zh: '（不详）', en: '(unknown)' };
/** A type that is not said: whoever looks over a shoulder learns nothing of the matter. */
const A_MATTER: Text = { zh: '事项', en: 'matter' };
const typeNames = { ...mapped(caseTypes, ({ name }) => name), '': A_MATTER };

/** How a parameter is said, by the kind its template names. */
export const KINDS: Readonly<Record<string, Kind>> = {
  type: named(typeNames),
  skill: named(mapped(skills, ({ name }) => name)),
  step: named(CODES.step),
  risk: named(CODES.risk),
  tier: named(CODES.tier),
  askedFor: named(CODES.askedFor),
  raiseReason: named(CODES.raiseReason),
  suspendReason: named(mapped(choices.suspendReasons, ({ name }) => name)),
  rejectReason: named(mapped(choices.rejectReasons, ({ name }) => name)),
  rejectRoute: named(mapped(choices.rejectReasons, ({ route }) => route)),
  routes: (value, language) =>
    (Array.isArray(value) ? (value as readonly string[]) : [])
      .map((route) => named(CODES.route)(route, language, NOBODY))
      .join(language === 'zh' ? '，或者' : ' or '),
  time: (value, language) => (typeof value === 'number' ? timeInWords(value, language) : UNKNOWN[language]),
  week: (value, language) => weekInWords(String(value), language),
  cadre: (value, language, { cadre }) => cadre(String(value)) ?? UNKNOWN[language],
  phone: (value, language, { phone }) => phone(String(value)) ?? UNKNOWN[language],
};

const NOBODY: Names = { cadre: () => undefined, phone: () => undefined };

/** `3月9日至15日`, `3月30日至4月5日`: nobody counts the weeks of a year. */
const weekInWords = (week: string, language: Language): string => {
  const days = daysOfIsoWeek(week);
  const [monday = week, sunday = week] = [days[0], days.at(-1)];
  if (language === 'en') return `${monday} to ${sunday}`;
  const [, fromMonth, from] = monday.split('-').map(Number);
  const [, toMonth, to] = sunday.split('-').map(Number);
  return `${fromMonth}月${from}日至${fromMonth === toMonth ? '' : `${toMonth}月`}${to}日`;
};

/** `3月12日17:30`; 24:00 belongs to the day it ends (`docs/domain.md §2.6`). */
const timeInWords = (at: number, language: Language): string => {
  const midnight = toIso(at).slice(11, 16) === '00:00';
  const shown = toIso(midnight ? at - 1 : at);
  const [, month, day] = shown.slice(0, 10).split('-').map(Number);
  const clock = midnight ? '24:00' : shown.slice(11, 16);
  return language === 'zh' ? `${month}月${day}日${clock}` : `${shown.slice(0, 10)} ${clock}`;
};

export const PLACEHOLDER = /\{(\w+)(?::(\w+))?\}/g;

/** The message as its reader sees it. */
export const render = ({ text, params }: Message, language: Language, names: Names): string =>
  CATALOGUES[language][text].replace(PLACEHOLDER, (_, name: string, kind?: string) => {
    const value = params[name];
    const say = kind === undefined ? undefined : KINDS[kind];
    return say ? say(value, language, names) : String(value ?? '');
  });
