import { ArrayMaxSize, IsArray, Matches } from 'class-validator';

const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const MOST_DAYS = 200;

/** One year's notice: days off, and weekend days that are worked. */
export class CalendarYearBody {
  @IsArray()
  @ArrayMaxSize(MOST_DAYS)
  @Matches(DAY, { each: true })
  off!: string[];

  @IsArray()
  @ArrayMaxSize(MOST_DAYS)
  @Matches(DAY, { each: true })
  work!: string[];
}
