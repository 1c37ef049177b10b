import { describe, expect, it } from '@jest/globals';
import { problemDocument } from './problem-document.js';

describe('problem details', () => {
  it('fill in times as clocks in Asia/Shanghai show them', () => {
    const latest = Date.parse('2026-02-28T09:00:00+08:00');
    const document = problemDocument(
      { code: 'HELD_TOO_LONG', detail: { field: 'holdUntil', latest }, requestId: 'r1' },
      'en',
    );
    expect(document).toMatchObject({
      type: 'urn:minqing:problem:HELD_TOO_LONG',
      status: 422,
      detail: 'It can be held back until 2026-02-28 09:00 at most.',
      field: 'holdUntil',
      params: { latest },
      instance: 'urn:minqing:request:r1',
    });
    expect(document.details.zh).toContain('2026-02-28 09:00');
  });

  it('hand out only what the catalogue names', () => {
    const document = problemDocument(
      { code: 'REVISION_CHANGED', detail: { revision: 3, name: '李某' }, requestId: 'r1' },
      'zh',
    );
    expect(document.params).toEqual({ revision: 3 });
    expect(JSON.stringify(document)).not.toContain('李某');
  });
});
