import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalJson } from './canonical-json.js';

const textOf = (value: unknown): string => canonicalJson(value).text;

describe('canonical JSON', () => {
  it('gives the text of RFC 8785 §3.2.2 and §3.2.3', () => {
    const value = {
      numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\u0022/",
      literals: [null, true, false],
    };
    expect(textOf(value)).toBe(
      String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
    );
  });

  it('orders keys by their UTF-16 code units, as the example of RFC 8785 §3.2.3', () => {
    const value = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    };
    expect([...textOf(value).matchAll(/:"([^"]*)"/g)].map(([, text]) => text)).toEqual([
      'Carriage Return',
      'One',
      'Control',
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
      'Hebrew Letter Dalet With Dagesh',
    ]);
  });

  it('orders keys that look like numbers as texts', () => {
    expect(textOf({ 9: 1, 10: 2, a: 3 })).toBe('{"10":2,"9":1,"a":3}');
  });

  it('orders the keys of large objects, too', () => {
    const many = Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`k${(i * 7919) % 500}`, i]));
    const keys = Object.keys(JSON.parse(textOf(many)) as object);
    expect(keys).toEqual(Object.keys(many).sort());
  });

  it.each([
    [0, '0'],
    [-0, '0'],
    [Number.MIN_VALUE, '5e-324'],
    [-Number.MIN_VALUE, '-5e-324'],
    [Number.MAX_VALUE, '1.7976931348623157e+308'],
    [9007199254740992, '9007199254740992'],
    [2 ** 68, '295147905179352830000'],
    [9.999999999999997e22, '9.999999999999997e+22'],
    [1e23, '1e+23'],
    [0.000001, '0.000001'],
    [0.0000009999999999999997, '9.999999999999997e-7'],
    [333333333.33333325, '333333333.33333325'],
    [Number('1424953923781206.2'), '1424953923781206.2'],
  ])('writes %d as RFC 8785 appendix B does', (number, text) => {
    expect(textOf(number)).toBe(text);
  });

  it('reads back as what was written, and stays the same text', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = textOf(value);
        expect(textOf(JSON.parse(text))).toBe(text);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('does not depend on the order in which fields were set', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: 'grapheme' }), fc.integer()), (fields) => {
        const reversed = Object.fromEntries(Object.entries(fields).reverse());
        expect(textOf(reversed)).toBe(textOf(fields));
      }),
    );
  });

  it('says whether reading back gives the same value', () => {
    class Place {
      village = 'V07';
    }
    expect(canonicalJson({ a: [1, { b: 'c' }] }).plain).toBe(true);
    expect(canonicalJson(structuredClone({ a: 1 })).plain).toBe(true);
    for (const value of [{ a: undefined }, { place: new Place() }, { n: -0 }])
      expect(canonicalJson(value).plain).toBe(false);
  });

  it.each([
    ['a number that is not finite', { a: [NaN] }, 'NUMBER'],
    ['infinity', { a: Infinity }, 'NUMBER'],
    ['half a surrogate pair', { a: '半\ud83d' }, 'TEXT'],
    ['half a surrogate pair as a key', { 'a\udc00': 1 }, 'TEXT'],
    ['a date', { at: new Date(0) }, 'TYPE'],
    ['a map', new Map(), 'TYPE'],
    ['bytes', { file: new Uint8Array(1) }, 'TYPE'],
    ['a hole in a list', [1, undefined], 'TYPE'],
    ['a function', { f: () => 1 }, 'TYPE'],
    ['a bigint', 1n, 'TYPE'],
    ['nothing at all', undefined, 'TYPE'],
  ])('refuses %s', (_, value, reason) => {
    expect(() => canonicalJson(value)).toThrow(expect.objectContaining({ name: 'NotCanonical', reason }));
  });

  it('does not mistake a backslash before ud800 for half a pair', () => {
    expect(textOf('\\ud800')).toBe('"\\\\ud800"');
  });
});
