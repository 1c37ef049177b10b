import { ref } from 'vue';
import type { Limit } from '../api/catalogue';
import { language, t, word } from '../language';

export type When = string | number;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Asia/Shanghai, all the year. */
const OFFSET = 8 * HOUR;

/** The time of the page, moving on twice a minute so that "left" and "late" stay true. */
export const now = ref(Date.now());
setInterval(() => (now.value = Date.now()), 30_000);

const millis = (when: When): number => (typeof when === 'number' ? when : Date.parse(when));

const twoDigits = (n: number): string => String(n).padStart(2, '0');

/** Clock hands in Asia/Shanghai, wherever the browser is. */
const local = (at: number) => new Date(at + OFFSET);

/** `2026-02-14` in Asia/Shanghai, wherever the browser is. */
export const today = (): string => local(now.value).toISOString().slice(0, 10);

const dayWords = (date: Date, weekday: boolean): string => {
  const year = date.getUTCFullYear();
  const values = {
    year,
    month: language.value === 'zh' ? date.getUTCMonth() + 1 : word('month', String(date.getUTCMonth() + 1)),
    day: date.getUTCDate(),
    weekday: word('weekday', String(date.getUTCDay())),
  };
  const thisYear = year === local(now.value).getUTCFullYear();
  const key = thisYear ? 'time.day' : 'time.dayAndYear';
  return weekday ? t('time.withWeekday', { day: t(key, values), weekday: values.weekday }) : t(key, values);
};

/** `3月12日（周四） 17:30`. Midnight at the end of a limit is 24:00 of the day it ends. */
export const instant = (
  when: When,
  { ending = false, weekday = ending }: { readonly ending?: boolean; readonly weekday?: boolean } = {},
): string => {
  const at = millis(when);
  const midnight = ending && (at + OFFSET) % DAY === 0;
  const date = local(midnight ? at - DAY : at);
  const clock = midnight ? '24:00' : `${twoDigits(date.getUTCHours())}:${twoDigits(date.getUTCMinutes())}`;
  return `${dayWords(date, weekday)} ${clock}`.replace('） ', '）');
};

/** `2026-02-14` in words. */
export const day = (localDay: string): string => dayWords(new Date(`${localDay}T00:00:00Z`), true);

export const days = (from: string, to: string): string =>
  from === to ? day(from) : t('time.fromTo', { from: day(from), to: day(to) });

/** The two largest units of a length of time. */
export const span = (milliseconds: number): string => {
  const minutes = Math.floor(Math.abs(milliseconds) / MINUTE);
  if (minutes < 1) return t('time.moment');
  const parts: [string, number][] = [
    ['time.days', Math.floor(minutes / 1440)],
    ['time.hours', Math.floor((minutes % 1440) / 60)],
    ['time.minutes', minutes % 60],
  ];
  const first = parts.findIndex(([, n]) => n > 0);
  return parts
    .slice(first, first + 2)
    .filter(([, n]) => n > 0)
    .map(([key, n]) => t(key, { n }))
    .join(' ');
};

export const minutesInWords = (minutes: number): string => span(minutes * MINUTE);

/** Longer ones are said in hours and days: they stretch to an instant that somebody chose. */
const SAID_IN_MINUTES = 120;

/** `7 个工作日`. */
export const limitInWords = ({ unit, n }: Limit): string =>
  unit === 'm' && n > SAID_IN_MINUTES ? minutesInWords(Math.round(n)) : t(`limit.${unit}`, { n });

export interface Due {
  readonly late: boolean;
  readonly words: string;
}

/** `还剩 1 天 3 小时` or `已超 20 分钟`. */
export const dueInWords = (when: When): Due => {
  const left = millis(when) - now.value;
  return left >= 0
    ? { late: false, words: t('due.left', { span: span(left) }) }
    : { late: true, words: t('due.over', { span: span(left) }) };
};

/** Minutes after midnight as a clock shows them. */
export const clockTime = (minute: number): string => `${Math.floor(minute / 60)}:${twoDigits(minute % 60)}`;
