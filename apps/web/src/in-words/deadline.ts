import type { Count, Derivation } from '../api/cases';
import { listed, t, word } from '../language';
import { catalogue } from '../session';
import { clockTime, day, days, instant, limitInWords, minutesInWords, type When } from './time';

/** Why a limit ends when it ends: one plain sentence for each thing that counted. */
export const whyThisDeadline = (why: Derivation, dueAt: When): readonly string[] => [
  ...(why.previous ? whyThisDeadline(why.previous, why.cause === 'EXTENSION' ? why.from : dueAt).slice(0, -1) : []),
  t(`deadline.from.${why.cause}`, {
    from: instant(why.from, { ending: why.cause === 'EXTENSION', weekday: true }),
    limit: limitInWords(why.limit),
  }),
  ...(why.pausedAt === undefined ? [] : [t('deadline.paused', { at: instant(why.pausedAt) })]),
  ...counted(why.count),
  ...(why.skipped.length === 0 ? [] : [t('deadline.skipped', { days: skipped(why) })]),
  ...(why.makeUpDays.length === 0 ? [] : [t('deadline.makeUp', { days: listed(why.makeUpDays.map(day)) })]),
  ...(why.provisionalYears.length === 0
    ? []
    : [t('deadline.provisional', { years: listed(why.provisionalYears.map(String)) })]),
  t('deadline.so', { due: instant(dueAt, { ending: true }) }),
];

const skipped = (why: Derivation): string =>
  listed(why.skipped.map(({ from, to, reason }) => `${word('dayOff', reason)} ${days(from, to)}`));

const workingHours = (): string =>
  listed((catalogue.value?.workingHours ?? []).map(({ from, to }) => `${clockTime(from)}–${clockTime(to)}`));

const counted = (count: Count): readonly string[] => {
  switch (count.by) {
    case 'NATURAL_TIME':
      return [t('deadline.natural', { span: minutesInWords(count.minutes) })];
    case 'WORKING_TIME':
      return [
        t('deadline.workingTime', { hours: workingHours(), begins: instant(count.begins, { weekday: true }) }),
        t('deadline.used', {
          parts: listed(
            count.used.map((used) =>
              t('deadline.usedOnDay', { day: day(used.day), span: minutesInWords(used.minutes) }),
            ),
          ),
        }),
      ];
    case 'WORKING_DAYS':
    case 'CALENDAR_DAYS': {
      const { after, days: n, last, rolledTo } = count;
      const key = n === 0 ? 'deadline.sameDay' : `deadline.${count.by}`;
      return [
        t(key, { after: day(after), n, last: day(last) }),
        ...(rolledTo === undefined ? [] : [t('deadline.rolled', { last: day(last), to: day(rolledTo) })]),
      ];
    }
  }
};
