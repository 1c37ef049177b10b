import { describe, expect, it } from '@jest/globals';
import { armFailpoint, failpoint, isArmed } from './failpoint.js';

// That an armed point kills is shown by `npm run test:faults`, on programs that may die.
describe('a failpoint', () => {
  it('is passed without notice where none is armed', () => {
    armFailpoint(undefined);
    armFailpoint('');
    failpoint('after-append');
    expect(isArmed('after-append')).toBe(false);
  });

  it.each(['nowhere:1', 'after-append', 'after-append:0', 'after-append:x'])('refuses %s', (text) => {
    expect(() => armFailpoint(text)).toThrow(RangeError);
  });

  it('is passed before its turn comes, and by all others', () => {
    armFailpoint('before-append:3');
    failpoint('before-append');
    failpoint('before-append');
    for (let n = 0; n < 5; n += 1) failpoint('after-append');
    expect(isArmed('before-append')).toBe(true);
  });
});
