import type { ProblemDocument } from './problem';

/** What the station refused, in its own words; or that it could not be reached. */
export class Refused extends Error {
  constructor(readonly problem: ProblemDocument) {
    super(problem.code);
  }

  get code(): string {
    return this.problem.code;
  }
}

interface Asking {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly body?: object;
  /** Made when the form opened; the same for every retry of what it says. */
  readonly key?: string;
  /** Revision of what the person has seen. */
  readonly revision?: number;
}

let onLoggedOut: () => void = () => undefined;

/** Called whenever the station no longer knows who is asking. */
export const whenLoggedOut = (then: () => void): void => {
  onLoggedOut = then;
};

/** Nobody has answered: the network is away, or the station is. */
const UNREACHABLE: ProblemDocument = {
  code: 'UNREACHABLE',
  status: 0,
  titles: { zh: '暂时连接不上', en: 'The station cannot be reached' },
  details: { zh: '网络中断，或服务正在重启。', en: 'The network is away, or the service is starting again.' },
  advice: {
    zh: '您填写的内容仍保留，请稍候再点一次；不会重复提交。',
    en: 'What you wrote is kept. Press once more in a moment; nothing is sent twice.',
  },
};

const unreadable = (status: number): ProblemDocument => ({
  code: 'UNREADABLE_ANSWER',
  status,
  titles: { zh: '服务没有正常应答', en: 'The service did not answer properly' },
  details: { zh: `状态码 ${status}。`, en: `Status ${status}.` },
  advice: {
    zh: '请稍候再试；如仍不行，请联系系统维护人员。',
    en: 'Try again in a moment, or tell the people who run it.',
  },
});

const send = async (path: string, { method = 'GET', body, key, revision }: Asking): Promise<Response> => {
  try {
    return await fetch(`/api/${path}`, {
      method,
      credentials: 'same-origin',
      headers: {
        accept: 'application/json, application/problem+json',
        'x-minqing-client': 'web',
        ...(body && { 'content-type': 'application/json' }),
        ...(key !== undefined && { 'idempotency-key': key }),
        ...(revision !== undefined && { 'if-match': `"${revision}"` }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
  } catch {
    throw new Refused(UNREACHABLE);
  }
};

/** @throws Refused */
export const ask = async <Answer>(path: string, asking: Asking = {}): Promise<Answer> => {
  const response = await send(path, asking);
  if (response.status === 204) return undefined as Answer;
  const answer: unknown = await response.json().catch(() => undefined);
  if (response.ok && answer !== undefined) return answer as Answer;
  const problem = (answer as ProblemDocument | undefined)?.code
    ? (answer as ProblemDocument)
    : unreadable(response.status);
  if (problem.code === 'NOT_LOGGED_IN') onLoggedOut();
  throw new Refused(problem);
};

/** 128 random bits: made when a form opens, kept until what it says has been carried out. */
export const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** Answers kept for as long as the page is open; a failure is not kept. */
export const remembered = <Answer>(load: (key: string) => Promise<Answer>): ((key?: string) => Promise<Answer>) => {
  const known = new Map<string, Promise<Answer>>();
  return (key = '') => {
    const found = known.get(key);
    if (found) return found;
    const asked = load(key);
    known.set(key, asked);
    asked.catch(() => known.delete(key));
    return asked;
  };
};

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next?: string;
}

const PAGE = 200;

/** The first items of a list, page by page. */
export const askUpTo = async <Item>(most: number, path: string): Promise<readonly Item[]> => {
  const items: Item[] = [];
  let cursor: string | undefined;
  do {
    const page: Page<Item> = await ask(`${path}&limit=${PAGE}${cursor === undefined ? '' : `&cursor=${cursor}`}`);
    items.push(...page.items);
    cursor = page.next;
  } while (cursor !== undefined && items.length < most);
  return items;
};

/** All pages of a list that is known to be short. */
export const askAll = <Item>(path: string): Promise<readonly Item[]> => askUpTo(Infinity, path);
