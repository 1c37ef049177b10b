import { Injectable } from '@nestjs/common';
import { requireMay, type Subject } from '#access/domain';
import { calendarWith, type YearNotice } from '#calendars/domain';
import { CountyCalendar } from '#calendars/nest';
import { CommandExecutor } from '#event-store';
import { revised, type Revised } from '#http';
import { Clock } from '#platform';
import { policyOf } from '#policy';
import { ReadModels } from '#projections';
import { toIso } from '#working-time';
import { caseDecider, recomputation, type Case } from '#cases/domain';
import { affectedCases, affectedFrom } from '#cases/read';
import { caseStream } from './case-streams.js';

/** A number and two instants, nothing of what the case is about. */
export interface MovedDeadline {
  readonly caseNo: string;
  readonly step: string;
  readonly from: string;
  readonly to: string;
}

export interface CalendarPreviewAnswer {
  /** The version the calendar would have. */
  readonly version: number;
  /** Cases that were looked at, and how many of them have a limit that moves. */
  readonly looked: number;
  readonly cases: number;
  readonly earlier: number;
  readonly later: number;
  /** The first of them by the instant they move from. Sealed cases, and complaints about the asker, are counted only. */
  readonly moved: readonly MovedDeadline[];
}

const SHOWN = 200;
const PAGE = 500;

/** Counts every open limit again by a notice that is not published, and changes nothing. */
@Injectable()
export class CalendarPreview {
  constructor(
    private readonly calendar: CountyCalendar,
    private readonly models: ReadModels,
    private readonly executor: CommandExecutor,
    private readonly clock: Clock,
  ) {}

  async of(notice: YearNotice, asker: Subject): Promise<Revised<CalendarPreviewAnswer>> {
    requireMay('calendar.publish', asker, { path: '/county' }, 'org.read');
    await this.calendar.refresh();
    const { current, seen } = this.calendar;
    const calendar = calendarWith(current, notice);
    const from = affectedFrom(current, calendar, notice.year);
    const counted = { looked: 0, cases: 0, earlier: 0, later: 0 };
    const moved: (MovedDeadline & { readonly at: number })[] = [];
    for (let after = ''; from !== undefined;) {
      const page = await affectedCases(this.models, from, after, PAGE);
      for (const caseId of page) {
        const { state } = await this.executor.load(caseDecider, caseStream(caseId));
        counted.looked += 1;
        const moves = this.movesOf(state, calendar);
        if (moves.length === 0) continue;
        counted.cases += 1;
        for (const { step, from: before, to } of moves) {
          counted[to < before ? 'earlier' : 'later'] += 1;
          if (isSecretFrom(state, asker)) continue;
          const caseNo = state.file?.caseNo ?? '';
          moved.push({ caseNo, step, from: toIso(before), to: toIso(to), at: before });
        }
      }
      if (page.length < PAGE) break;
      after = page.at(-1) ?? after;
    }
    moved.sort((one, other) => one.at - other.at);
    const shown = moved.slice(0, SHOWN).map(({ at: _, ...deadline }) => deadline);
    return revised({ revision: seen }, { version: calendar.version, ...counted, moved: shown });
  }

  private movesOf(state: Case, calendar: CountyCalendar['current']) {
    if (!state.file) return [];
    const policy = { ...policyOf(state.file.policyVersion), calendar };
    return recomputation(state, policy, this.clock.now())?.moved ?? [];
  }
}

const isSecretFrom = ({ file }: Case, { id, unit = '' }: Subject): boolean =>
  file === undefined ||
  file.confidentiality === 'X' ||
  (file.complaint?.targets.includes(id) ?? false) ||
  (file.complaint?.centres.includes(unit) ?? false);
