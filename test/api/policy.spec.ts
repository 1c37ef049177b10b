import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { CountyUnderTest } from './county.js';

let county: CountyUnderTest;

beforeAll(async () => {
  county = await CountyUnderTest.at('2026-03-09T09:00');
}, 120_000);
afterAll(() => county.end());

let keys = 0;
const put = (login: string, version: number, instead: number) =>
  county.send(login, 'PUT', '/api/policy/in-force', {
    body: { version, instead },
    headers: { 'idempotency-key': `a-policy-is-put-in-force-${(keys += 1)}` },
  });

it('is told which policy is in force and what another would change, and a leader of the county decides', async () => {
  expect((await county.get('clerk.t01', '/api/policy')).body).toEqual({ inForce: 1, published: [1], changes: [] });
  const { body } = await county.get('chief.county', '/api/policy/versions/1/differences');
  expect(body).toEqual({ inForce: 1, version: 1, differences: [] });
  expect((await put('chief.county', 1, 1)).status).toBe(200);
  expect((await put('chief.county', 9, 1)).body.code).toBe('POLICY_VERSION_UNKNOWN');
  expect((await put('chief.t01', 1, 1)).status).toBe(403);
});
