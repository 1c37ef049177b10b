/** Longer texts are found by their beginning: a summary says first what it is about. */
const READ = 400;

/** `，水渠 LED灯` → `水渠`, `led灯`: what is written without a break, in one form. */
const runsIn = (text: string): readonly (readonly string[])[] =>
  [
    ...text
      .normalize('NFKC')
      .toLowerCase()
      .slice(0, READ)
      .matchAll(/[\p{L}\p{N}]+/gu),
  ].map(([run]) => [...run]);

/** Every two characters that stand side by side, each pair once. */
export const bigramsOf = (text: string): readonly string[] => [
  ...new Set(runsIn(text).flatMap((run) => run.slice(1).map((character, at) => `${run[at]}${character}`))),
];

/** Every character and every two side by side: Chinese has no spaces that would part its words. */
export const wordsOf = (text: string): readonly string[] => [...new Set([...runsIn(text).flat(), ...bigramsOf(text)])];

/** What a text must hold to be found by this query: pairs where there are any, else the single character. */
export const wordsAskedFor = (query: string): readonly string[] => [
  ...new Set(
    runsIn(query).flatMap((run) =>
      run.length === 1 ? run : run.slice(1).map((character, at) => `${run[at]}${character}`),
    ),
  ),
];

/** The first character in the order of sounds for each initial; i, u and v begin no syllable. */
const FIRST_OF_INITIAL: readonly (readonly [initial: string, first: string])[] = [
  ...([
    ['a', '阿'],
    ['b', '八'],
    ['c', '嚓'],
    ['d', '咑'],
    ['e', '妸'],
    ['f', '发'],
    ['g', '旮'],
  ] as const),
  ...([
    ['h', '哈'],
    ['j', '丌'],
    ['k', '咔'],
    ['l', '垃'],
    ['m', '妈'],
    ['n', '拏'],
    ['o', '噢'],
  ] as const),
  ...([
    ['p', '妑'],
    ['q', '七'],
    ['r', '呥'],
    ['s', '仨'],
    ['t', '他'],
    ['w', '穵'],
    ['x', '夕'],
  ] as const),
  ...([
    ['y', '丫'],
    ['z', '帀'],
  ] as const),
];

/** Surnames that are read otherwise than the character elsewhere. */
const READ_AS_SURNAME: Readonly<Record<string, string>> = {
  ...{ 单: 's', 仇: 'q', 曾: 'z', 解: 'x', 查: 'z', 翟: 'z', 朴: 'p', 区: 'o', 乐: 'y', 盖: 'g', 覃: 'q', 尉: 'y' },
};

const BY_SOUND = new Intl.Collator('zh-u-co-pinyin');

const initialOf = (character: string): string => {
  if (!/\p{Script=Han}/u.test(character)) return character;
  return FIRST_OF_INITIAL.findLast(([, first]) => BY_SOUND.compare(first, character) <= 0)?.[0] ?? character;
};

/** `李某0231` → `lm0231`: the first letter of each syllable, by its usual reading. */
export const initialsOf = (name: string): string => {
  const characters = runsIn(name).flat();
  return characters
    .map((character, at) => (at === 0 ? READ_AS_SURNAME[character] : undefined) ?? initialOf(character))
    .join('');
};

/** Digits alone: however a number is written, it is the same one. */
export const digitsOf = (phone: string): string => phone.normalize('NFKC').replace(/\D/g, '');
