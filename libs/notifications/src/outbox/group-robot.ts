import { createHmac } from 'node:crypto';
import { WayOut, type Outcome, type Outgoing } from './way-out.js';

export const ROBOT_KINDS = ['WECOM', 'DINGTALK', 'FEISHU'] as const;
export type RobotKind = (typeof ROBOT_KINDS)[number];

/** The robot of one unit's group chat. */
export interface RobotSettings {
  readonly unit: string;
  readonly kind: RobotKind;
  /** With the token that the chat gave. */
  readonly webhook: string;
  /** Where the chat asks for signatures (DingTalk, Feishu). */
  readonly secret?: string;
}

const ANSWER_WITHIN_MS = 10_000;

/** Posts to the group chat of a unit as WeCom, DingTalk and Feishu ask for it. */
export class GroupRobots extends WayOut {
  /** @param wallClock what the signatures of the chats are checked against; never the log's clock */
  constructor(
    private readonly robots: readonly RobotSettings[],
    private readonly wallClock: () => number = Date.now,
  ) {
    super();
  }

  async send({ address, text }: Outgoing): Promise<Outcome> {
    const robots = this.robots.filter(({ unit }) => unit === address);
    if (robots.length === 0) return { is: 'REFUSED', reason: 'NO_ROBOT', forGood: true };
    const outcomes = await Promise.all(robots.map((robot) => this.#post(robot, text)));
    return outcomes.find(({ is }) => is !== 'SENT') ?? { is: 'SENT' };
  }

  async #post(robot: RobotSettings, text: string): Promise<Outcome> {
    const { url, body } = requestOf(robot, text, this.wallClock());
    try {
      const answer = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json; charset=utf-8' },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
      });
      if (!answer.ok) return { is: 'REFUSED', reason: `HTTP_${answer.status}` };
      const code = codeIn(await answer.json());
      return code === 0 ? { is: 'SENT' } : { is: 'REFUSED', reason: `${robot.kind}_${code}` };
    } catch (error) {
      const reason = codeOf(error);
      return { is: NEVER_LEFT.includes(reason) ? 'REFUSED' : 'UNSURE', reason };
    }
  }
}

/** What a chat expects, and how it wants it signed. */
export const requestOf = (
  { kind, webhook, secret }: Pick<RobotSettings, 'kind' | 'webhook' | 'secret'>,
  text: string,
  now: number,
): { readonly url: string; readonly body: object } => {
  switch (kind) {
    case 'WECOM':
      return { url: webhook, body: { msgtype: 'text', text: { content: text } } };
    case 'DINGTALK': {
      const url = new URL(webhook);
      if (secret !== undefined) {
        url.searchParams.set('timestamp', String(now));
        url.searchParams.set('sign', hmac(secret, `${now}\n${secret}`));
      }
      return { url: url.href, body: { msgtype: 'text', text: { content: text } } };
    }
    case 'FEISHU': {
      const timestamp = String(Math.floor(now / 1_000));
      // the text to sign is the key here, and nothing is signed with it
      const signed = secret === undefined ? {} : { timestamp, sign: hmac(`${timestamp}\n${secret}`, '') };
      return { url: webhook, body: { ...signed, msg_type: 'text', content: { text } } };
    }
  }
};

const hmac = (key: string, text: string): string => createHmac('sha256', key).update(text).digest('base64');

/** 0 where it was taken: `errcode` of WeCom and DingTalk, `code` (in older answers `StatusCode`) of Feishu. */
const codeIn = (answer: unknown): number => {
  const { errcode, code, StatusCode } = answer as Partial<Record<'errcode' | 'code' | 'StatusCode', number>>;
  return errcode ?? code ?? StatusCode ?? -1;
};

const NEVER_LEFT: readonly string[] = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'];

const codeOf = (error: unknown): string => {
  const { name, cause } = error as Error & { cause?: { code?: string } };
  return cause?.code ?? (name === 'TimeoutError' ? 'TIMEOUT' : 'BROKEN_OFF');
};
