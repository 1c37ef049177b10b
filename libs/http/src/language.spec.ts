import { describe, expect, it } from '@jest/globals';
import { languageOf } from '#http';

describe('the reader’s language', () => {
  it.each([
    [undefined, 'zh'],
    ['', 'zh'],
    ['fr, de;q=0.9', 'zh'],
    ['en', 'en'],
    ['en-US,en;q=0.9', 'en'],
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
    ['zh;q=0.3, en-GB;q=0.7', 'en'],
    ['en;q=0', 'zh'],
    ['english', 'zh'],
  ])('of %j is %s', (header, language) => expect(languageOf(header)).toBe(language));
});
