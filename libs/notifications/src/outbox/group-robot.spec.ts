import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { GroupRobots, requestOf, type RobotKind } from './group-robot.js';

const NOW = 1_773_104_400_000;
const secret = 'this is secret';

describe('what a group chat asks for', () => {
  it('WeCom: the text alone', () => {
    expect(requestOf({ kind: 'WECOM', webhook: 'https://chat.example/send?key=k' }, '超期了', NOW)).toEqual({
      url: 'https://chat.example/send?key=k',
      body: { msgtype: 'text', text: { content: '超期了' } },
    });
  });

  // both signatures were computed beside with the Python of the chats' documentation
  it('DingTalk: milliseconds and a signature in the address', () => {
    const webhook = 'https://chat.example/robot/send?access_token=t';
    const { url, body } = requestOf({ kind: 'DINGTALK', webhook, secret }, '超期了', NOW);
    expect(url).toBe(`${webhook}&timestamp=${NOW}&sign=Qi%2B365nqEt11ai9o0JPxZLqqM4L9PZRlCEMhrsTwXXE%3D`);
    expect(body).toEqual({ msgtype: 'text', text: { content: '超期了' } });
  });

  it('Feishu: seconds and a signature in the body', () => {
    const { url, body } = requestOf({ kind: 'FEISHU', webhook: 'https://chat.example/hook/h', secret }, '超期了', NOW);
    expect(url).toBe('https://chat.example/hook/h');
    expect(body).toEqual({
      timestamp: '1773104400',
      sign: 'lBz+fSEg0bugB9jZXabWhLmQy+5YhNIKlA10t4VaKSQ=',
      msg_type: 'text',
      content: { text: '超期了' },
    });
  });
});

describe('a post to a group chat', () => {
  let chat: Server;
  let webhook: string;
  let asked: string[];
  let answer: { status: number; body: string } | 'HANG_UP';

  beforeEach(async () => {
    asked = [];
    answer = { status: 200, body: '{"errcode":0,"errmsg":"ok"}' };
    chat = createServer((request, response) => {
      request.setEncoding('utf8').on('data', (text: string) => asked.push(text));
      request.on('end', () => {
        if (answer === 'HANG_UP') return request.socket.destroy();
        response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body);
      });
    });
    await new Promise<void>((resolve) => chat.listen(0, '127.0.0.1', resolve));
    webhook = `http://127.0.0.1:${(chat.address() as AddressInfo).port}/send`;
  });
  afterEach(() => {
    chat.closeAllConnections();
    chat.close();
  });

  const post = (kind: RobotKind = 'WECOM', address = 'T01') =>
    new GroupRobots([{ unit: 'T01', kind, webhook, secret }]).send({ key: 'k', address, text: '超期了' });

  it('arrives', async () => {
    expect(await post()).toEqual({ is: 'SENT' });
    expect(JSON.parse(asked[0]!)).toMatchObject({ text: { content: '超期了' } });
  });

  it('is refused by what the chat says, though it answers 200', async () => {
    answer = { status: 200, body: '{"errcode":45009,"errmsg":"api freq out of limit"}' };
    expect(await post()).toEqual({ is: 'REFUSED', reason: 'WECOM_45009' });
    answer = { status: 200, body: '{"code":19021,"msg":"sign match fail"}' };
    expect(await post('FEISHU')).toEqual({ is: 'REFUSED', reason: 'FEISHU_19021' });
    answer = { status: 200, body: '{"StatusCode":0,"StatusMessage":"success"}' };
    expect(await post('FEISHU')).toEqual({ is: 'SENT' });
  });

  it('is refused by an error of the server', async () => {
    answer = { status: 503, body: '{}' };
    expect(await post()).toEqual({ is: 'REFUSED', reason: 'HTTP_503' });
  });

  it('may have arrived where the chat hung up on it', async () => {
    answer = 'HANG_UP';
    expect(await post()).toMatchObject({ is: 'UNSURE' });
  });

  it('never left where nobody listens, and where the unit has no robot', async () => {
    await new Promise((resolve) => chat.close(resolve));
    expect(await post()).toEqual({ is: 'REFUSED', reason: 'ECONNREFUSED' });
    expect(await post('WECOM', 'T02')).toEqual({ is: 'REFUSED', reason: 'NO_ROBOT', forGood: true });
  });
});
