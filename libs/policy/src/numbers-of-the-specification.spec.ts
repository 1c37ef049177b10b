import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { isWorkingDay } from '#working-time';
import { POLICY_V1 } from '#policy';

/** The specification is read, not repeated: a number changed there and not in the data, or the other way, fails here. */
const document = readFileSync(new URL('../../../docs/domain.md', import.meta.url), 'utf8');
const between = (from: string, to: string): string => {
  expect(document).toContain(from);
  const rest = document.slice(document.indexOf(from) + from.length);
  return rest.slice(0, rest.indexOf(to));
};
const numbersOf = (text: string): number[] => [...text.matchAll(/\d+(?:\.\d+)?/g)].map(([number]) => Number(number));
const { assignment, escalation, handling, mediation, modifiers, notifications, review, risk } = POLICY_V1;

describe('the calendars of §2.5', () => {
  const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
  const utc = (year: number, day: string, month: string): number => Date.UTC(year, MONTHS.indexOf(month), Number(day));
  /** `28 Jan–4 Feb`, `14 & 28 Feb`, `1–3 Jan`. */
  const daysOf = (year: number, text: string): string[] =>
    text.split(/[;,] /).flatMap((part) => {
      const month = /([A-Z][a-z]{2})$/.exec(part)![1]!;
      if (part.includes('&')) return daysOf(year, part.replace(' &', ` ${month},`));
      const [, first, own, last] = /^(\d+)(?: ([A-Z][a-z]{2}))?(?:–(\d+))?/.exec(part)!;
      const to = utc(year, last ?? first!, month);
      const days: string[] = [];
      for (let at = utc(year, first!, own ?? month); at <= to; at += 86_400_000)
        days.push(new Date(at).toISOString().slice(0, 10));
      return days;
    });
  const yearOf = (year: number): unknown => POLICY_V1.calendar.years.find((published) => published.year === year);

  it('hold 2026 as published', () => {
    expect(yearOf(2026)).toEqual({
      year: 2026,
      off: daysOf(2026, between('2026 off: ', '. Make-up')),
      work: daysOf(2026, between('Make-up work days: ', '. (')),
    });
  });

  it('hold 2025 as published', () => {
    expect(yearOf(2025)).toEqual({
      year: 2025,
      off: daysOf(2025, between('2025 off: ', '; work')),
      work: daysOf(2025, between('1–8 Oct; work: ', '. Calendar')),
    });
  });

  it('leave 248 working days in 2026', () => {
    const days = Array.from({ length: 365 }, (_, index) =>
      new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10),
    );
    const working = days.filter((day) => isWorkingDay(POLICY_V1.calendar, day));
    expect(working).toHaveLength(numbersOf(between('10 Oct. (', ')'))[0]!);
  });

  it('keep the working hours and the fixed holidays', () => {
    const hours = [...between('Working hours ', ' (7 WH)').matchAll(/(\d\d):(\d\d)/g)];
    expect(POLICY_V1.calendar.workingHours.flat()).toEqual(hours.map(([, h, m]) => Number(h) * 60 + Number(m)));
    expect(between('fixed-date holidays ', ')')).toBe('1 Jan, 1 May, 1–3 Oct');
    expect(POLICY_V1.calendar.fixedHolidays).toEqual(['01-01', '05-01', '10-01', '10-02', '10-03']);
    expect(POLICY_V1.calendarNoticeDays).toBe(
      numbersOf(between('recomputed when the real year arrives; ', ' days'))[0],
    );
    expect(POLICY_V1.claimableHours).toBe(numbersOf(between('may claim `happenedAt` up to ', ' back'))[0]);
  });
});

describe('the assignment rule of §8', () => {
  it('weighs as written', () => {
    const written = [...between('**Score (0–100).** `', '`').matchAll(/(\d+)·(\w+)/g)];
    expect(assignment.weights).toEqual(
      Object.fromEntries(written.map(([, n, name]) => [name!.toLowerCase(), Number(n)])),
    );
    const { weights } = assignment;
    expect(weights.skill + weights.near + weights.load + weights.quality + weights.continuity).toBe(100);
  });

  it('weighs cases by priority, under a cap', () => {
    const [cap, ...byPriority] = numbersOf(between('H5 weighted open load + case weight ≤ ', ');'));
    expect(assignment.loadCap).toBe(cap);
    const { P1, P2, P3, P4 } = assignment.caseWeight;
    expect(byPriority).toEqual([1, P1, 2, P2, 3, P3, 4, P4]);
    expect(assignment.relaxedLoadCap).toBe(numbersOf(between('R4 load cap ', ';'))[0]);
  });

  it('scores skill, nearness, quality and continuity as written', () => {
    const { skill, near, quality, continuity } = assignment;
    const [recent, older] = skill.recencySteps;
    expect(numbersOf(between('- Skill = ', ';'))).toEqual([
      ...[skill.level, 1, skill.fullLevel, skill.recency],
      ...[recent!.days, recent!.value, older!.days, older!.value, 0],
    ]);
    expect(numbersOf(between('else 0; mean) + ', '·'))).toEqual([skill.optional]);
    const { sameVillage, neighbourVillage, sameTownship, county } = near;
    expect(numbersOf(between('- Near: ', ';'))).toEqual([sameVillage, neighbourVillage, sameTownship, county]);
    expect(near.villageDistance).toBe(numbersOf(between('neighbour village = number ±', ')'))[0]);
    const [fulfilled, weight] = numbersOf(between('- Quality = ½·(onTime', ') +'));
    expect([quality.priorMean * quality.priorWeight, quality.priorWeight]).toEqual([fulfilled, weight]);
    expect(quality.days).toBe(numbersOf(between('(r+5), last ', ' CD'))[0]);
    expect(numbersOf(between('- Continuity: ', ').'))).toEqual([
      ...[continuity.servedMinRating, continuity.servedDays, continuity.servedWithRating],
      ...[continuity.villageInstructor, continuity.named, continuity.cap],
    ]);
  });

  it('demands levels, prefers the instructor, spares the tired and explains itself', () => {
    const [ordinary, , grave] = numbersOf(between('(one for a/b), level ≥', ' in at least one'));
    expect(assignment.minLevel).toEqual({ ordinary, grave });
    expect(assignment.instructorMargin).toBe(numbersOf(between('his score ≥ best − ', ','))[0]);
    const [rest, worked] = numbersOf(between('H10 night rest: not within ', ' worked'));
    const [from, to] = [...between('Night = ', '. Leave').matchAll(/(\d\d):(\d\d)/g)].map(
      ([, hours, minutes]) => Number(hours) * 60 + Number(minutes),
    );
    expect(assignment.nightRest).toEqual({ restHours: rest, afterWorkedHours: worked, from, to });
    expect(assignment.decimals).toBe(numbersOf(between('Round to ', ' decimals'))[0]);
    expect(assignment.explained).toBe(numbersOf(between('the event stores the top ', ' with'))[0]);
    expect(between('R2 neighbour townships (', ' in the cyclic')).toBe('two before, two after');
    expect(assignment.neighbourTownships).toBe(2);
  });
});

describe('the risk score of §4.4', () => {
  it('adds what is written', () => {
    expect(numbersOf(between('Score = violence sign ', ' +'))).toEqual([...risk.violence]);
    const pairs = (text: string): number[] => numbersOf(text.replaceAll('k yuan', '000').replace('100k', '100000'));
    expect(numbersOf(between('+ group (', ')'))).toEqual(risk.group.flatMap(({ from, score }) => [from, score]));
    const { types, days, second, third } = risk.relapse;
    expect(between('between the same sides (', ' only')).toBe(types.join(', '));
    expect(numbersOf(between('only; 2nd in ', ', 3rd 15)'))).toEqual([days, second]);
    expect(numbersOf(between('CD 8, 3rd ', ')'))).toEqual([third]);
    expect(numbersOf(between('+ vulnerable ', ' +'))).toEqual([0, risk.vulnerable]);
    expect(pairs(between('+ amount (', ')'))).toEqual(risk.amount.flatMap(({ from, score }) => [from / 100, score]));
    expect(numbersOf(between('+ age of case (', ')'))).toEqual(
      risk.age.flatMap(({ overDays, score }) => [overDays, score]),
    );
  });

  it('has the levels and the forced red of the text', () => {
    const { RED, ORANGE, YELLOW } = risk.levels;
    expect(numbersOf(between('RED 红 ≥', '. Group'))).toEqual([RED, ORANGE, RED - 1, YELLOW, ORANGE - 1, YELLOW]);
    expect(numbersOf(between('weapon, ≥', ' people'))).toEqual([risk.forcedRedGroup]);
  });

  it('is watched by colour', () => {
    const { watch, policeReport } = risk;
    expect(between('Watch: ', '. Re-scored')).toBe(
      'RED—tell deputy leader ≤30 m, county ≤60 m, daily check; ORANGE—leader ≤4 h, check each 3 CD; YELLOW—weekly; BLUE—monthly',
    );
    expect(watch.RED).toMatchObject({ tellDeputyLeader: { unit: 'm', n: 30 }, tellCounty: { unit: 'm', n: 60 } });
    expect(watch.ORANGE).toMatchObject({ tellDeputyLeader: { unit: 'h', n: 4 }, tellCounty: null });
    expect(Object.values(watch).map(({ checkEvery }) => checkEvery)).toEqual(
      [1, 3, 7, 30].map((n) => ({ unit: 'CD', n })),
    );
    expect(Object.values(watch).map(({ loweredBy }) => loweredBy)).toEqual([
      'CHIEF_LEADER',
      ...Array<string>(3).fill('CENTRE_DIRECTOR'),
    ]);
    const [, urgent, others] = numbersOf(between('report to police at once (', ' after acceptance'));
    expect(policeReport.P1).toEqual({ unit: 'm', n: urgent });
    expect([policeReport.P2, policeReport.P3, policeReport.P4]).toEqual(Array(3).fill({ unit: 'h', n: others }));
  });

  it('knows the modifiers of §4.3', () => {
    expect(numbersOf(between('Minor, elder ≥', ','))).toEqual([modifiers.elderFrom]);
    expect(between('(never above ', ' by this alone')).toBe(modifiers.stepUpTo);
    expect(numbersOf(between('by this alone). P-step', 'must be named')).slice(-2)).toEqual([
      modifiers.petitionersFrom,
      modifiers.maxRepresentatives,
    ]);
  });
});

describe('the lifecycle of §5.1 and §5.3', () => {
  const [clocks, workingHours, workingDays, calendarDays] = ['m/h', 'WH', 'WD', 'CD'].map((clock) =>
    between(`\n| ${clock} | `, ' |\n').split(' | '),
  );

  it('climbs the ladder of the table', () => {
    const { natural, workingHours: wh, workingDays: wd, calendarDays: cd } = escalation.ladder;
    const percent = (share: number): number => share * 100;
    expect(clocks!.flatMap(numbersOf)).toEqual([
      ...[percent(natural.warnShare), percent(natural.e2.share), natural.e2.atLeastMinutes],
      ...[percent(natural.e3.share), natural.e3.atLeastMinutes],
    ]);
    expect(workingHours!.flatMap(numbersOf)).toEqual([
      ...[percent(wh.warnShare), wh.short.e2Hours, wh.shortUpTo, percent(wh.long.e2Share)],
      ...[wh.short.e3Hours, percent(wh.long.e3Share)],
    ]);
    expect(workingDays).toEqual(['n=1: due day 14:00; n≥2: 08:30 one WD before', 'due', '+1 WD', '+2 WD']);
    expect(wd).toEqual({
      ...{ dueDayUpTo: 1, warnOnDueDayAt: 840, warnDaysBefore: 1, warnAt: 510, e2Days: 1, e3Days: 2 },
    });
    expect(calendarDays).toEqual(['09:00, 3 days before (n<7: 1)', 'due', '+3 CD', '+7 CD']);
    expect(cd).toEqual({
      ...{ warnAt: 540, warnDaysBefore: 3, shortBelow: 7, shortWarnDaysBefore: 1, e2Days: 3, e3Days: 7 },
    });
  });

  it('gives leaders their time to act', () => {
    const [ordinary, , , urgent] = numbersOf(between('extend / accept reason in ', ');'));
    expect(escalation.actionLimit).toEqual({ urgent: { unit: 'm', n: urgent }, ordinary: { unit: 'WH', n: ordinary } });
    expect(between('holds E3 back to a named instant (≤ ', ' the limit')).toBe('half');
    expect(escalation.holdShare).toBe(0.5);
    expect(between('then a reminder daily at ', ' on')).toBe('09:00');
    expect(escalation.dailyReminderAt).toBe(540);
    expect(escalation.maxDeclines).toBe(numbersOf(between('overload, no skill (≤', ' per case'))[0]);
    expect(escalation.autoReassignments).toBe(1);
  });

  it('bounds suspension, merging, transfer and withdrawal', () => {
    const [once, inAll] = numbersOf(between('FORCE_MAJEURE; expected end ', '; not S-PET'));
    expect([handling.suspendAtMost, handling.suspendInAll]).toEqual([once, inAll].map((n) => ({ unit: 'CD', n })));
    expect(handling.mergeProposedWithin.n).toBe(numbersOf(between('same type and village ≤', ' CD'))[0]);
    expect(handling.unmergeWithin.n).toBe(numbersOf(between('| UnmergeCase | centre | ≤', ' CD'))[0]);
    expect(handling.transferReceipt).toEqual({ unit: 'WD', n: numbersOf(between("body's receipt ≤", ' WD'))[0] });
    expect(handling.withdrawalConfirmed).toEqual({ unit: 'WD', n: numbersOf(between('callback clerk ≤', ' WD'))[0] });
    expect(handling.handover).toEqual({ unit: 'WH', n: numbersOf(between('min(leave start, approval + ', ' WH'))[0] });
  });

  it('follows agreements', () => {
    const { followUp } = mediation;
    expect(between('check at ', ' each term date')).toBe('17:30 of the first working day on or after');
    expect(followUp.check).toEqual({ unit: 'WD', n: 0 });
    expect(POLICY_V1.calendar.workingHours.at(-1)?.[1]).toBe(17 * 60 + 30);
    expect(followUp.breachAfterUrging).toEqual({ unit: 'WD', n: numbersOf(between('urge once, ', ' WD'))[0] });
    const [window] = numbersOf(between('one party alone is refused), ', ' CD from effect, roll=true'));
    const [daysBefore, hour, minute] = numbersOf(between('`WINDOW_CLOSED`; reminder ', ' |'));
    expect(followUp.confirmation).toEqual({
      window: { unit: 'CD', n: window, roll: true },
      reminder: { daysBefore, at: hour! * 60 + minute! },
    });
  });

  it('gives petitioners their days', () => {
    const { petition, profiles } = POLICY_V1;
    expect(petition.notice).toEqual(profiles['S-PET'].limits.accept);
    const [window] = numbersOf(between('requests inside ', ' CD rolled'));
    expect(petition.window).toEqual({ unit: 'CD', n: window, roll: true });
    const [examination] = numbersOf(between('final review answered in ', ' CD each'));
    expect(petition.examination).toEqual({ unit: 'CD', n: examination });
  });

  it('reviews in rounds', () => {
    const [attempts, days, channels] = numbersOf(between('other centre staff. ', ' before'));
    expect([review.minAttempts, review.minDays, review.minChannels]).toEqual([attempts, days, channels]);
    const late = numbersOf(between('a late rating within ', ', reopens'));
    expect(late).toEqual([review.lateRating.n, review.dissatisfiedUpTo]);
    expect(review.lateRating.roll).toBe(true);
    expect(review.reopenedAssign).toEqual({
      unit: 'WD',
      n: numbersOf(between('(as co-handler), assign limit ', ' WD'))[0],
    });
    expect(between('resolve limit ⌈', ' of original⌉')).toBe('half');
    expect(review.reopenedShare).toBe(0.5);
    expect(review.appealToCountyReview).toEqual({
      ...{ unit: 'CD', n: numbersOf(between('ask for the county review in ', ' CD'))[0], roll: true },
    });
    expect(review.countyReview).toEqual({ unit: 'WD', n: numbersOf(between('panel decides in ', ' WD'))[0] });
    expect(review.maxRounds).toBe(numbersOf(between('round ≤', ';'))[0]);
    expect(review.panelSize).toBe(numbersOf(between('county panel (', ','))[0]);
    expect(review.totalsFrom).toBe(numbersOf(between('only as totals of ≥', ' cases'))[0]);
  });
});

it('the notices of §5.8 keep the night of §2.4, and a call that fails is followed', () => {
  const [from, to] = [...between('Night = ', '. Leave').matchAll(/(\d\d):(\d\d)/g)].map(
    ([, hours, minutes]) => Number(hours) * 60 + Number(minutes),
  );
  expect(notifications.quiet).toEqual({ from, to });
  expect(between('| app; ', ' also call')).toBe(notifications.calledPriorities.join('/'));
  const [minutes] = numbersOf(between('failure of P1 call → next channel in ', ' m.'));
  expect(notifications.nextChannelAfter).toEqual({ unit: 'm', n: minutes });
});
