import { existsSync, readFileSync } from 'node:fs';
import { GroupRobots, Mail, ROBOT_KINDS, SmsSpool, type RobotSettings, type WaysOut } from '#notifications';
import { CannotStart } from './cannot-start.js';
import type { WaysOutEnvironment } from './station-environment.js';

/** @throws CannotStart with everything that is wrong in one sentence each */
export const waysOut = ({ mailServer, mailFrom, smsSpool, callSpool, robots }: WaysOutEnvironment): WaysOut => {
  const problems: string[] = [];
  if ((mailServer === undefined) !== (mailFrom === undefined))
    problems.push('MINQING_MAIL_SERVER and MINQING_MAIL_FROM go together.');
  if (mailServer !== undefined && !/^smtps?:\/\/[^\s]+$/.test(mailServer))
    problems.push('MINQING_MAIL_SERVER is an address such as smtps://user:password@mail.example:465.');
  const chats = robots === undefined ? [] : readRobots(robots, problems);
  if (problems.length > 0) throw new CannotStart(problems.join('\n'));
  return {
    ...(mailServer !== undefined &&
      mailFrom !== undefined && { EMAIL: new Mail({ server: mailServer, from: mailFrom }) }),
    ...(smsSpool !== undefined && { SMS: new SmsSpool(smsSpool, 'SMS') }),
    ...(callSpool !== undefined && { CALL: new SmsSpool(callSpool, 'CALL') }),
    ...(chats.length > 0 && { ROBOT: new GroupRobots(chats) }),
  };
};

const readRobots = (file: string, problems: string[]): readonly RobotSettings[] => {
  const wrong = (what: string): readonly RobotSettings[] => {
    problems.push(`MINQING_ROBOTS: ${what}`);
    return [];
  };
  if (!existsSync(file)) return wrong(`there is no file ${file}.`);
  let entries: unknown;
  try {
    entries = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return wrong(`${file} is no JSON.`);
  }
  if (!Array.isArray(entries)) return wrong(`${file} is to hold a list.`);
  return entries.flatMap((entry: unknown, index) => {
    if (isRobot(entry)) return [entry];
    return wrong(
      `entry ${index + 1} needs unit, kind (${ROBOT_KINDS.join(', ')}) and webhook (https), and may have a secret.`,
    );
  });
};

const isRobot = (entry: unknown): entry is RobotSettings => {
  const { unit, kind, webhook, secret } = (entry ?? {}) as Partial<Record<keyof RobotSettings, unknown>>;
  return (
    typeof unit === 'string' &&
    ROBOT_KINDS.some((known) => known === kind) &&
    typeof webhook === 'string' &&
    /^https?:\/\//.test(webhook) &&
    (secret === undefined || typeof secret === 'string')
  );
};
