import { PinoLogger } from '#platform';

/** What Nest tells of its own building, a line for each route and module. */
const ROUTINE = new Set<unknown>([
  'RouterExplorer',
  'RoutesResolver',
  'InstanceLoader',
  'NestFactory',
  'NestApplication',
]);

/** The log of a program at level info, without the framework's routine. */
export class StationLog extends PinoLogger {
  override log(message: unknown, ...details: unknown[]): void {
    if (!ROUTINE.has(details.at(-1))) super.log(message, ...details);
  }
}
