import type { Instant } from '#kernel';
import type { LocalDay } from './calendar.js';
import { epochDayOf, localDay, type EpochDay } from './local-day.js';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Asia/Shanghai has had no summer time since 1991: +08:00 all the year. */
const OFFSET = 8 * HOUR;

export const epochDayAt = (instant: Instant): EpochDay => Math.floor((instant + OFFSET) / DAY);

/** The date that WD and CD count from: 24:00 belongs to the day it ends (`docs/domain.md §2.6`). */
export const countingDayAt = (instant: Instant): EpochDay => Math.ceil((instant + OFFSET) / DAY) - 1;

/** `minute` after midnight; 1440 is 24:00. */
export const instantAt = (day: EpochDay, minute = 0): Instant => day * DAY - OFFSET + minute * MINUTE;

export const millisecondOfDay = (instant: Instant): number => instant - instantAt(epochDayAt(instant));

/** The local day that shows on the clock: midnight is 00:00 of the new day. */
export const localDayOf = (instant: Instant): LocalDay => localDay(epochDayAt(instant));

/** As `localDayOf`, but midnight is 24:00 of the day it ends: the date deadlines are counted from (`docs/domain.md §2.6`). */
export const countingDayOf = (instant: Instant): LocalDay => localDay(countingDayAt(instant));

/** Minutes since local midnight, seconds as a fraction. */
export const minuteOfDay = (instant: Instant): number => millisecondOfDay(instant) / MINUTE;

/** `minute` of a local day: `atMinute('2026-02-13', 540)` is 09:00. */
export const atMinute = (day: LocalDay, minute: number): Instant => instantAt(epochDayOf(day), minute);

export const startOfDay = (day: LocalDay): Instant => instantAt(epochDayOf(day));

/** 24:00 of the day, which is 00:00 of the next. */
export const endOfDay = (day: LocalDay): Instant => instantAt(epochDayOf(day) + 1);

const ISO = /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,3})\d*)?)?(Z|[+-]\d\d:\d\d)?$/;

interface Reading {
  /** The instant, were the text in local time. */
  readonly local: Instant;
  readonly offset: string | undefined;
}

const read = (text: string): Reading => {
  const [, day, hours, minutes, seconds = '0', fraction = '0', offset] = ISO.exec(text) ?? [];
  const [h, m, s] = [Number(hours), Number(minutes), Number(seconds)];
  const ofDay = h * HOUR + m * MINUTE + s * 1000 + Number(fraction.padEnd(3, '0'));
  if (day === undefined || m > 59 || s > 59 || !(ofDay <= DAY)) throw new RangeError(`not an instant: ${text}`);
  return { local: startOfDay(day) + ofDay, offset };
};

const offsetOf = (text: string): number => {
  if (text === 'Z') return 0;
  const [hours, minutes] = [Number(text.slice(1, 3)), Number(text.slice(4))];
  if (hours > 14 || minutes > 59) throw new RangeError(`not an offset: ${text}`);
  return (text.startsWith('-') ? -1 : 1) * (hours * HOUR + minutes * MINUTE);
};

/**
 * Local ISO text without offset, `2026-02-13T16:40` (seconds may follow, 24:00 may be said).
 * @throws RangeError for anything else, a text with an offset too.
 */
export const instantOf = (text: string): Instant => {
  const { local, offset } = read(text);
  if (offset !== undefined) throw new RangeError(`local time takes no offset: ${text}`);
  return local;
};

/**
 * ISO text with offset or `Z`; digits beyond milliseconds are dropped.
 * @throws RangeError for anything else, a text without offset too.
 */
export const fromIso = (text: string): Instant => {
  const { local, offset } = read(text);
  if (offset === undefined) throw new RangeError(`offset missing: ${text}`);
  return local + OFFSET - offsetOf(offset);
};

const two = (n: number): string => String(n).padStart(2, '0');

/** `2026-02-13T16:40:00+08:00`; milliseconds are shown where there are any. */
export const toIso = (instant: Instant): string => {
  const ofDay = Math.floor(millisecondOfDay(instant));
  const [hours, minutes, seconds] = [
    Math.floor(ofDay / HOUR),
    Math.floor(ofDay / MINUTE) % 60,
    Math.floor(ofDay / 1000) % 60,
  ];
  const fraction = ofDay % 1000 === 0 ? '' : `.${String(ofDay % 1000).padStart(3, '0')}`;
  return `${localDayOf(instant)}T${two(hours)}:${two(minutes)}:${two(seconds)}${fraction}+08:00`;
};
