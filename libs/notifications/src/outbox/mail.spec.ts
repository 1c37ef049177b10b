import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { SMTPServer } from 'smtp-server';
import { Mail } from './mail.js';

describe('a mail', () => {
  let server: SMTPServer;
  let received: string[];
  let afterText: 'TAKE' | 'REFUSE' | 'HANG_UP';
  let knows: (address: string) => boolean;
  let mail: Mail;

  beforeEach(async () => {
    received = [];
    afterText = 'TAKE';
    knows = () => true;
    server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onRcptTo: ({ address }, _session, done) =>
        done(knows(address) ? null : Object.assign(new Error('no such mailbox'), { responseCode: 550 })),
      onData: (stream, _session, done) => {
        let text = '';
        stream.on('data', (part: Buffer) => (text += part.toString()));
        stream.on('end', () => {
          received.push(text);
          if (afterText === 'TAKE') done();
          else if (afterText === 'REFUSE') done(Object.assign(new Error('later'), { responseCode: 451 }));
          else server.connections.forEach((connection) => connection._socket.destroy());
        });
      },
    });
    server.on('error', () => undefined); // a client that is cut off
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
    const { port } = server.server.address() as AddressInfo;
    mail = new Mail({ server: `smtp://127.0.0.1:${port}`, from: '民情 <minqing@county.example>' });
  });
  afterEach(async () => {
    mail.close();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  });

  const send = (address = 'anna@county.example') =>
    mail.send({ key: 'e1 cadre:anna EMAIL', address, text: '快到时限' });

  it('arrives, with the same id however often it is sent', async () => {
    expect(await send()).toEqual({ is: 'SENT' });
    expect(await send()).toEqual({ is: 'SENT' });
    const ids = received.map((text) => /^Message-ID: (.+)$/im.exec(text)?.[1]);
    expect(ids[0]).toMatch(/^<[0-9a-f]{32}@minqing>$/);
    expect(ids[1]).toBe(ids[0]);
    expect(Buffer.from(received[0]!.split('\r\n\r\n')[1]!, 'base64').toString()).toContain('快到时限');
  });

  it('is refused for good where there is no such mailbox', async () => {
    knows = () => false;
    expect(await send()).toEqual({ is: 'REFUSED', reason: 'SMTP_550', forGood: true });
  });

  it('is refused for now by a server that wants it later, and by none', async () => {
    afterText = 'REFUSE';
    expect(await send()).toEqual({ is: 'REFUSED', reason: 'SMTP_451' });
    await new Promise<void>((resolve) => server.close(() => resolve()));
    expect(await send()).toMatchObject({ is: 'REFUSED' });
  });

  it('may have arrived where the server hung up after the text', async () => {
    afterText = 'HANG_UP';
    expect(await send()).toMatchObject({ is: 'UNSURE' });
    expect(received).toHaveLength(1);
  });
});
