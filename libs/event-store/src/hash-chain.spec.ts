import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { chainHash, type ChainLink, verifyStreamChain } from './hash-chain.js';

const links = (count: number): ChainLink[] => {
  const chain: ChainLink[] = [];
  for (let revision = 0; revision < count; revision++) {
    const link = {
      stream: 'case-"1"',
      revision,
      type: 'ProgressRecorded',
      occurredAt: 1_771_000_000_000 + revision,
      recordedAt: 1_771_000_000_005 + revision,
      metadata: '{"commandId":"k"}',
      data: `{"n":${revision}}`,
    };
    chain.push({ ...link, hash: chainHash(chain.at(-1)?.hash ?? '', link) });
  }
  return chain;
};
const replaced = (chain: ChainLink[], at: number, change: Partial<ChainLink>): ChainLink[] =>
  chain.map((link, i) => (i === at ? { ...link, ...change } : link));

describe('the hash chain of a stream', () => {
  it('hashes the predecessor, the envelope and the bytes stored, line by line', () => {
    const [first, second] = links(2);
    const text = `${first?.hash}\n["case-\\"1\\"",1,"ProgressRecorded",1771000000001,1771000000006]\n{"commandId":"k"}\n{"n":1}`;
    expect(second?.hash).toBe(createHash('sha256').update(text).digest('hex'));
  });

  it('holds when nothing was touched', () => {
    expect(verifyStreamChain(links(50))).toBeUndefined();
    expect(verifyStreamChain([])).toBeUndefined();
  });

  it.each<[string, Partial<ChainLink>]>([
    ['the data', { data: '{"n":99}' }],
    ['the metadata', { metadata: '{"commandId":"x"}' }],
    ['the type', { type: 'CaseClosed' }],
    ['the hour it happened', { occurredAt: 1 }],
    ['the hash', { hash: 'a'.repeat(64) }],
  ])('breaks when %s was changed', (_, change) => {
    expect(verifyStreamChain(replaced(links(9), 4, change))).toMatchObject({ fault: 'HASH', revision: 4 });
  });

  it('breaks when an event was taken out, put twice or moved', () => {
    const chain = links(9);
    expect(verifyStreamChain(chain.filter((_, i) => i !== 4))).toMatchObject({
      fault: 'REVISION',
      revision: 5,
      expected: 4,
    });
    expect(verifyStreamChain([...chain.slice(0, 5), ...chain.slice(4)])).toMatchObject({
      fault: 'REVISION',
      revision: 4,
    });
    expect(
      verifyStreamChain([...chain.slice(0, 3), chain[4], chain[3]].map((link) => link as ChainLink)),
    ).toMatchObject({
      fault: 'REVISION',
    });
  });

  it('breaks when the clock went back, though the hashes are right', () => {
    const [first, second] = links(2);
    const { hash: _, ...early } = { ...(second as ChainLink), recordedAt: 1 };
    const backward = { ...early, hash: chainHash(first?.hash ?? '', early) };
    expect(verifyStreamChain([first as ChainLink, backward])).toMatchObject({ fault: 'CLOCK', revision: 1 });
  });
});
