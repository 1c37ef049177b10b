import type { LoggerService, LogLevel } from '@nestjs/common';
import { destination, pino, type DestinationStream, type Logger } from 'pino';
import { redact, redactText } from './redaction.js';

export interface LoggingSettings {
  readonly level: 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent';
  /** File to append to; standard output where not given. */
  readonly file?: string;
  /** Names the program in every line: `station`, `worker`. */
  readonly program: string;
}

const PINO_LEVELS: Readonly<Record<LogLevel, LoggingSettings['level']>> = {
  verbose: 'debug',
  debug: 'debug',
  log: 'info',
  warn: 'warn',
  error: 'error',
  fatal: 'fatal',
};

/**
 * Nest's logger on pino: one JSON line an entry. Objects after the message become fields, a last string the context;
 * everything passes the redaction.
 */
export class PinoLogger implements LoggerService {
  readonly #pino: Logger;

  constructor(settings: LoggingSettings, stream?: DestinationStream) {
    const target = stream ?? destination({ dest: settings.file ?? 1, append: true, mkdir: true, sync: true });
    this.#pino = pino({ level: settings.level, base: { program: settings.program } }, target);
  }

  log(message: unknown, ...details: unknown[]): void {
    this.#write('info', message, details);
  }

  warn(message: unknown, ...details: unknown[]): void {
    this.#write('warn', message, details);
  }

  error(message: unknown, ...details: unknown[]): void {
    this.#write('error', message, details);
  }

  fatal(message: unknown, ...details: unknown[]): void {
    this.#write('fatal', message, details);
  }

  debug(message: unknown, ...details: unknown[]): void {
    this.#write('debug', message, details);
  }

  verbose(message: unknown, ...details: unknown[]): void {
    this.#write('debug', message, details);
  }

  setLogLevels(levels: LogLevel[]): void {
    const order: LogLevel[] = ['verbose', 'debug', 'log', 'warn', 'error', 'fatal'];
    const lowest = order.find((level) => levels.includes(level));
    this.#pino.level = lowest ? PINO_LEVELS[lowest] : 'silent';
  }

  #write(level: 'debug' | 'info' | 'warn' | 'error' | 'fatal', message: unknown, details: unknown[]): void {
    if (!this.#pino.isLevelEnabled(level)) return;
    const fields: Record<string, unknown> = {};
    const context = typeof details.at(-1) === 'string' ? details.at(-1) : undefined;
    if (context !== undefined) fields['context'] = context;
    for (const detail of context === undefined ? details : details.slice(0, -1)) {
      if (detail instanceof Error) fields['error'] = redact(detail);
      else if (typeof detail === 'string') fields['trace'] = redactText(detail);
      else if (detail !== null && typeof detail === 'object') Object.assign(fields, redact(detail));
    }
    if (message instanceof Error) this.#pino[level]({ ...fields, error: redact(message) }, redactText(message.message));
    else if (typeof message === 'string') this.#pino[level](fields, redactText(message));
    else this.#pino[level]({ ...fields, details: redact(message) });
  }
}
