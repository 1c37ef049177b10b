import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { temporalClient } from '#process';
import { CASE_MOVED } from '#workflows/case-handling';
import { build, health, newFolder, Program, startStation, WORKER } from './program.js';
import { streetLamp, Visitor } from './visitor.js';

/** What fails meanwhile is tried again: the workflow may not be there yet. */
const eventually = async (what: () => Promise<boolean>, withinMs: number): Promise<boolean> => {
  for (const until = Date.now() + withinMs; Date.now() < until; await pause(200))
    if (await what().catch(() => false)) return true;
  return false;
};

describe('a worker of its own beside a station', () => {
  const folder = newFolder();
  const data = join(folder.path, 'data');
  let station: Program;
  let worker: Program | undefined;
  let base: string;

  const startWorker = async (): Promise<Program> => {
    const program = new Program(WORKER, ['--data', data]);
    await program.says('The worker works beside the station');
    return program;
  };

  beforeAll(async () => {
    build();
    ({ program: station, base } = await startStation(data, ['--no-worker']));
  }, 300_000);
  afterAll(async () => {
    await worker?.stop();
    await station.stop();
    folder.remove();
  }, 60_000);

  it('is no worker without a folder that a station has made', async () => {
    const lost = new Program(WORKER, ['--data', join(folder.path, 'nowhere')]);
    expect(await lost.ended()).toMatchObject({
      code: 1,
      output: `${join(folder.path, 'nowhere')} is no data folder of a station: start the station first.\n`,
    });
  }, 60_000);

  const registered = async (): Promise<string> => {
    const clerk = await new Visitor(base, data, 'hotline.t01').logIn();
    const { caseId } = (await clerk.post('/api/cases', streetLamp)).body as { caseId: string };
    return caseId;
  };
  const reject = async (caseId: string): Promise<void> => {
    const director = await new Visitor(base, data, 'director.rural.t01').logIn();
    const body = { reason: 'NO_MATTER', guidance: '请联系物业。' };
    expect(await director.post(`/api/cases/${caseId}/reject`, body, 0)).toMatchObject({ status: 200 });
  };
  const workflow = (caseId: string) =>
    temporalClient(readFileSync(join(data, 'temporal', 'address'), 'utf8')).workflow.getHandle(`case:${caseId}`);
  const completed = (caseId: string): Promise<boolean> =>
    eventually(async () => (await workflow(caseId).describe()).status.name === 'COMPLETED', 20_000);

  it('runs the workflows, and gives their orders to the log that both write to', async () => {
    worker = await startWorker();
    expect((await health(base)).code).toBe(200);
    const caseId = await registered();
    const rung = { round: 1, step: 'ack', attempt: 1, level: 'E1', at: Date.now() - 1_000 };
    const doorbell = { epoch: 9e12, position: '', stage: 'ASSIGNED', rungs: [rung], closed: false, clockOffset: 0 };
    const ring = () => workflow(caseId).signal(CASE_MOVED, doorbell);
    expect(await eventually(() => ring().then(() => true), 10_000)).toBe(true);
    // The case has no such rung: its decider, asked by the worker, finds nothing to do.
    const answered = async (): Promise<boolean> => {
      const { events = [] } = await workflow(caseId).fetchHistory();
      return (events ?? []).some(({ activityTaskCompletedEventAttributes: answer }) => answer);
    };
    expect(await eventually(answered, 20_000)).toBe(true);
  }, 120_000);

  it('goes on after the station was killed and came back', async () => {
    const caseId = await registered();
    expect(await eventually(async () => (await workflow(caseId).describe()).status.name === 'RUNNING', 10_000)).toBe(
      true,
    );
    await station.stop('SIGKILL');
    ({ program: station, base } = await startStation(data, ['--no-worker']));
    await reject(caseId);
    expect(await completed(caseId)).toBe(true);
    expect((await worker?.stop('SIGTERM'))?.code).toBe(143);
  }, 120_000);

  it('does not work beside a station that has a worker itself: both would fill the same cadre', async () => {
    await station.stop();
    ({ program: station, base } = await startStation(data));
    const second = new Program(WORKER, ['--data', data]);
    expect(await second.ended()).toMatchObject({
      code: 1,
      output: `The station on ${data} runs a worker of its own: start it with --no-worker, or end this one.\n`,
    });
  }, 60_000);
});
