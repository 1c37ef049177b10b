import { describe, expect, it } from '@jest/globals';
import { PinoLogger } from './pino-logger.js';

const written = (work: (logger: PinoLogger) => void): string => {
  const lines: string[] = [];
  work(new PinoLogger({ level: 'debug', program: 'test' }, { write: (line: string) => void lines.push(line) }));
  return lines.join('');
};

describe('a log line', () => {
  it('is one JSON object with its program, context and fields', () => {
    const line = written((logger) => logger.log('ready', { port: 8080 }, 'Station'));
    expect(JSON.parse(line)).toMatchObject({
      msg: 'ready',
      program: 'test',
      context: 'Station',
      port: 8080,
      level: 30,
    });
  });

  it('hides names, phones, notes, cookies and authorisation, however deep they lie', () => {
    const line = written((logger) =>
      logger.warn('refused', {
        caseId: 'c-1',
        headers: { Authorization: 'Bearer abc', cookie: 'session=abc' },
        parties: [{ partyId: 'p-1', name: '王小明', phone: '13800138000', note: '住在村口' }],
      }),
    );
    for (const secret of ['Bearer', 'session=abc', '王小明', '13800138000', '村口']) expect(line).not.toContain(secret);
    expect(line).toContain('p-1');
    expect(line).toContain('c-1');
  });

  it('hides phone and identity numbers inside sentences and errors', () => {
    const line = written((logger) => {
      logger.error(new Error('no answer from 13800138000'), 'Notices');
      logger.log('id 11010519491231002X given');
    });
    expect(line).not.toContain('13800138000');
    expect(line).not.toContain('11010519491231002X');
    expect(line).toContain('no answer from [hidden]');
  });

  it('leaves instants and opaque ids as they are', () => {
    const line = written((logger) =>
      logger.log('rung', { at: 1770948000000, order: 'case:c1:1:ack:1:E1:1770948000000' }),
    );
    expect(line).toContain('"at":1770948000000');
    expect(line).toContain('case:c1:1:ack:1:E1:1770948000000');
  });

  it('gives way to the levels Nest asks for', () => {
    const line = written((logger) => {
      logger.setLogLevels(['error']);
      logger.log('quiet');
      logger.error('loud');
    });
    expect(line).not.toContain('quiet');
    expect(line).toContain('loud');
  });
});
