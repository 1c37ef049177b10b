import { clientsDoing } from '../harness.js';
import { matter, SIGNS, villageOf } from '../lifecycle.matter.js';
import { Wire } from './wire.js';
import type { Asked, Told } from './clients.contract.js';

/** A process of its own, so that what the clients cost is not the server's. */
interface Served {
  readonly caseId: string;
  readonly handler: string;
}

let briefing: Extract<Asked, { kind: 'briefing' }>;
let [keys, cases] = [0, 0];
const wires = new Map<string, Wire>();

const wireOf = async (port: number, client: number): Promise<Wire> => {
  const known = wires.get(`${port}/${client}`);
  if (known) return known;
  const wire = await Wire.open(port);
  wires.set(`${port}/${client}`, wire);
  return wire;
};

const hello = async (client: number): Promise<void> => {
  const wire = await wireOf(briefing.helloPort, client);
  const { status } = await wire.send('GET /hello HTTP/1.1\r\nhost: 127.0.0.1', '');
  if (status !== 200) throw new Error(`hello answered ${status}`);
};

/** The case of `bench/county.ts`, by the same people, over HTTP. */
const lifecycle = async (client: number): Promise<void> => {
  const wire = await wireOf(briefing.port, client);
  const number = (cases += 1);
  const [township = ''] = villageOf(number).split('-');
  let revision: string | undefined;
  const post = async (cookie: string | undefined, path: string, content?: object): Promise<Served> => {
    const body = content ? JSON.stringify(content) : '';
    const head = [
      `POST ${path} HTTP/1.1`,
      'host: 127.0.0.1',
      'x-minqing-client: bench',
      `cookie: ${cookie ?? ''}`,
      `idempotency-key: bench-key-${String((keys += 1)).padStart(10, '0')}`,
      ...(revision === undefined ? [] : [`if-match: ${revision}`]),
      ...(content ? ['content-type: application/json'] : []),
      `content-length: ${Buffer.byteLength(body)}`,
    ];
    const answer = await wire.send(head.join('\r\n'), body);
    if (answer.status >= 300) throw new Error(`${path} answered ${answer.status}: ${answer.body}`);
    revision = answer.etag;
    return JSON.parse(answer.body) as Served;
  };
  const director = briefing.directors[township];
  const { caseId } = await post(briefing.clerks[township], '/api/cases', matter(number));
  const step = (cookie: string | undefined, name: string, content?: object) =>
    post(cookie, `/api/cases/${caseId}/${name}`, content);
  await step(director, 'accept', SIGNS);
  const { handler } = await step(director, 'assign', {});
  const cadre = briefing.cadres[handler];
  await step(cadre, 'acknowledge');
  await step(cadre, 'first-response', { contact: 'VISIT', note: '到现场看过' });
  await step(cadre, 'resolve', { outcome: 'SOLVED', result: '已修好', skillsUsed: ['ORG-02'] });
};

const UNITS = { hello, lifecycle };

const work = async (asked: Asked): Promise<Told> => {
  if (asked.kind === 'briefing') {
    briefing = asked;
    return { done: 0 };
  }
  const slice = clientsDoing(asked.clients, UNITS[asked.kind]);
  return { done: await slice(performance.now() + asked.milliseconds) };
};

process.on('message', (asked: Asked) => {
  work(asked).then(
    (told) => process.send?.(told),
    (error: unknown) => process.send?.({ failed: String(error) } satisfies Told),
  );
});
process.on('disconnect', () => wires.forEach((wire) => wire.close()));
