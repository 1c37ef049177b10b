import { describe, expect, it } from '@jest/globals';
import { maskIdNumber, maskName, maskPhone } from '#identity-vault';

describe('what is shown of a person by default', () => {
  it('keeps the surname and hides how long the name is', () => {
    expect(maskName('李某0231')).toBe('李**');
    expect(maskName('李某')).toBe('李**');
    expect(maskName('欧阳某0007')).toBe('欧阳**');
  });

  it('keeps the first three and last four digits of a phone', () => {
    expect(maskPhone('13800138000')).toBe('138****8000');
    expect(maskPhone('000-1234-5678')).toBe('000-****-5678');
    expect(maskPhone('88-1234')).toBe('**-****');
  });

  it('keeps the region and the last four characters of an id number', () => {
    expect(maskIdNumber('11010120000101002X')).toBe('110***********002X');
    expect(maskIdNumber('12345')).toBe('*****');
  });
});
