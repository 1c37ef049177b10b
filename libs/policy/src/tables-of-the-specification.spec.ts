import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { Limit, Unit } from '#working-time';
import { POLICY_V1, profileOf, ROLES, type CaseType, type Channel, type Profile } from '#policy';

/** The specification is read, not repeated: a number changed there and not in the data, or the other way, fails here. */
const document = readFileSync(new URL('../../../docs/domain.md', import.meta.url), 'utf8');
const lines = document.split('\n');
const cellsOf = (line: string): string[] =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
const rows = lines.filter((line) => line.startsWith('|')).map(cellsOf);
const lineWith = (text: string): string => {
  const found = lines.filter((line) => line.includes(text));
  expect(found).toHaveLength(1);
  return found[0]!;
};
const between = (text: string, from: string, to: string): string => {
  expect(text).toContain(from);
  const rest = text.slice(text.indexOf(from) + from.length);
  return rest.slice(0, rest.indexOf(to));
};
/** `STB-04, SUP` and `ECO-18/11` leave out a prefix that stays the same. */
const codesOf = (text: string, separator: RegExp, bare: RegExp): string[] => {
  let prefix = '';
  return text.split(separator).map((code) => {
    if (bare.test(code)) return `${prefix}-${code}`;
    prefix = code.slice(0, 3);
    return code;
  });
};
const numbersOf = (text: string): number[] => [...text.matchAll(/\d+(?:\.\d+)?/g)].map(([number]) => Number(number));

describe('the skills of §3', () => {
  const written = rows
    .flatMap((cells) => cells.slice(0, -1).map((cell, index) => [cell, cells[index + 1]!] as const))
    .flatMap(([cell, serves]) => {
      const found = /^((?:ECO|STB|ORG)-\d\d) (\S+) .+ ([CPIE])\((\d+)\)$/.exec(cell);
      return found ? [{ code: found[1]!, zh: found[2], duty: found[3], validMonths: Number(found[4]), serves }] : [];
    });
  const servesOf = (text: string): string[] => {
    if (text === '–') return [];
    if (text === 'all DSP') return ['DSP-*'];
    return codesOf(text, /, /, /^[A-Z]{3}$/);
  };

  it('are 59, the same in both', () => {
    expect(written).toHaveLength(59);
    expect(Object.keys(POLICY_V1.skills).sort()).toEqual(written.map(({ code }) => code).sort());
  });

  it.each(written)('$code $zh', ({ code, zh, duty, validMonths, serves }) => {
    const skill = POLICY_V1.skills[code]!;
    expect(skill).toMatchObject({ code, category: code.slice(0, 3), duty, validMonths, serves: servesOf(serves) });
    expect(skill.name.zh).toBe(zh);
  });

  it('are asked of a township by its leading industry', () => {
    const text = between(document, 'where it leads: ', ';').replace('ECO-', '');
    const byIndustry = text.split(', ').flatMap((part) => {
      const [industry, numbers] = part.split(' ') as [string, string];
      return numbers.split('/').map((number) => [`ECO-${number}`, [industry]]);
    });
    const listed = Object.values(POLICY_V1.skills).filter(({ duty }) => duty === 'I');
    expect(Object.fromEntries(listed.map(({ code, industries }) => [code, industries]))).toEqual(
      Object.fromEntries(byIndustry),
    );
  });

  it('are passed and renewed as written', () => {
    const text = lineWith('Levels: 1 初级');
    expect(numbersOf(between(text, '1 初级 (pass', '.')).filter((number) => number > 9)).toEqual([
      ...POLICY_V1.certificates.passMarks,
    ]);
    expect(numbersOf(between(text, 'Renewal:', 'in the term'))).toEqual([
      POLICY_V1.certificates.expiringDays,
      POLICY_V1.certificates.renewalUses,
      POLICY_V1.certificates.renewalRating,
    ]);
  });

  it('belong to the posts of the post map', () => {
    const posts: Record<string, string> = {
      ...{ instructor: 'RESIDENT_INSTRUCTOR', enterprise: 'ENTERPRISE_ASSISTANT', safety: 'SAFETY_ASSISTANT' },
      ...{ 'sci-tech': 'SCI_TECH_ASSISTANT', finance: 'FINANCE_ASSISTANT', mediator: 'MEDIATOR' },
      ...{ 'petition clerk': 'PETITION_CLERK', 'window clerk': 'WINDOW_CLERK', office: 'GENERAL_OFFICE' },
      ...{ 'social security': 'SOCIAL_SECURITY', construction: 'TOWN_CONSTRUCTION', 'rural centre': 'RURAL_GUIDANCE' },
    };
    const parts = between(document, 'Post map: ', '. Mediator register').split('; ');
    const map = parts.map((part) => {
      const [, post, skills] = /^([a-z -]+?) ([A-Z].*)$/.exec(part)!;
      return [posts[post!], skills!.split(', ')];
    });
    const { COUNTY_MEDIATOR, ...postSkills } = POLICY_V1.postSkills;
    expect(postSkills).toEqual(Object.fromEntries(map));
    expect(COUNTY_MEDIATOR).toEqual(postSkills.MEDIATOR);
  });
});

describe('the case types of §4.2', () => {
  const written = rows
    .filter(([code, , , , , tier]) => /^[A-Z]{3}-[A-Z]{3}$/.test(code ?? '') && tier !== undefined)
    .map(([code, zh, channels, skills, profile, tier, confidentiality]) => ({
      ...{ code: code!, zh, channels: channels!, skills: skills!, profile: profile!, tier, confidentiality },
    }));
  const named = [...between(document, '*Channels: `', '`').split(', ')] as Channel[];
  const channelsOf = (text: string, code: string): Set<string> => {
    const petition = code.startsWith('PET');
    const words: Record<string, readonly string[]> = {
      all: named.filter((channel) => channel !== 'COUNTY_TRANSFER'),
      ...{ unit: ['COUNTY_TRANSFER'], visit: [petition ? 'WINDOW' : 'VISIT_PROACTIVE'], market: ['MARKET_DAY'] },
      ...{ police: ['POLICE_REFERRAL'], letter: ['LETTER'], web: ['WEB'], enterprise: ['ENTERPRISE'] },
      ...{ window: ['WINDOW'], station: ['STATION'], anonymous: [] },
    };
    const offered = text.split(', ').flatMap((word) => words[word] ?? [`${word}?`]);
    return new Set([...offered, ...(petition ? ['COUNTY_TRANSFER'] : [])]);
  };
  const mustOf = (text: string): Partial<CaseType> => {
    const codes = text.replace(/ by `produce`| \(\+.*\)/, '');
    return {
      mustSkills: codes.includes('/')
        ? { all: [], oneOf: [codesOf(codes, /\//, /^\d\d$/)] }
        : { all: codes.split(', '), oneOf: [] },
      ...(text.includes('(+item skill)') && { skillOfItem: true }),
      ...(text.includes('(+ORG-08 if money)') && { skillsIfMoney: ['ORG-08'] }),
    };
  };

  it('are 33, the same in both', () => {
    expect(written).toHaveLength(33);
    expect(Object.keys(POLICY_V1.caseTypes).sort()).toEqual(written.map(({ code }) => code).sort());
  });

  it.each(written)('$code $zh', ({ code, zh, channels, skills, profile, tier, confidentiality }) => {
    const type = POLICY_V1.caseTypes[code]!;
    expect(type).toMatchObject({ code, tier, confidentiality, profile: profile.split(/[ ,]/)[0], ...mustOf(skills) });
    expect(type.name.zh).toBe(zh);
    expect(new Set(type.channels)).toEqual(channelsOf(channels, code));
    expect(type.dispute).toBe(code.startsWith('DSP-'));
    expect(type.reportToPolice).toBe(profile.includes('police'));
  });

  it('take anonymous reports where §4.5 allows them', () => {
    const allowed = between(document, 'Anonymous intake allowed for ', ':').split(', ');
    const anonymous = Object.values(POLICY_V1.caseTypes).filter((type) => type.anonymousAllowed);
    expect(anonymous.map(({ code }) => (code.startsWith('RPT-') ? 'RPT-*' : code))).toEqual(
      expect.arrayContaining(allowed),
    );
    expect(new Set(anonymous.map(({ code }) => code))).toEqual(new Set(['PET-CAD', 'INQ-VIL', 'RPT-GMB', 'RPT-DOM']));
  });

  it('are settled in writing only where §5.2 says tenure', () => {
    const tenure = codesOf(between(document, 'or tenure (', ')'), /, /, /^[A-Z]{3}$/);
    const writtenOnly = Object.values(POLICY_V1.caseTypes).filter((type) => type.writtenOnly);
    expect(writtenOnly.map(({ code }) => code).sort()).toEqual(tenure.sort());
  });
});

describe('the profiles of §4.1', () => {
  const written = rows
    .filter(([profile]) => /^S-[A-Z]+ \S+ P\d$/.test(profile ?? ''))
    .map(([profile, accept, assign, ack, respond, resolve, review]) => {
      const [code, zh, priority] = profile!.split(' ');
      const cells = { accept, assign, ack, respond, resolve, review } as Record<string, string>;
      return { code: code!, zh, priority, cells };
    });
  const limitOf = (cell: string): Limit | 'self' | 'resolve' | null => {
    if (cell === 'self') return 'self';
    if (cell === '= resolve') return 'resolve';
    if (cell.startsWith('–')) return null;
    if (cell === '30 min working time') return { unit: 'WH', n: 0.5 };
    const [, n, unit] = /(\d+) (m|h|WH|WD|CD)\b/.exec(cell)!;
    return { unit: unit as Unit, n: Number(n) };
  };
  const respondKindOf = (cell: string): Profile['respondKind'] => {
    if (cell === '–') return null;
    if (cell === '= resolve') return 'ANSWER';
    if (cell.includes('on site')) return 'ON_SITE';
    if (cell.includes('both parties')) return 'BOTH_PARTIES';
    if (cell.includes('papers list')) return 'PAPERS_LIST';
    if (cell.includes('interview')) return 'INTERVIEW';
    if (cell.includes('question published')) return 'QUESTION_PUBLISHED';
    return 'CONTACT';
  };

  it('are 12, the same in both', () => {
    expect(written).toHaveLength(12);
    expect(Object.keys(POLICY_V1.profiles).sort()).toEqual(written.map(({ code }) => code).sort());
  });

  it.each(written)('$code $zh', ({ code, zh, priority, cells }) => {
    const profile = profileOf(POLICY_V1, code);
    expect(profile.name.zh).toBe(zh);
    expect(profile.priority).toBe(priority);
    expect(profile.limits).toEqual(Object.fromEntries(Object.entries(cells).map(([step, c]) => [step, limitOf(c)])));
    expect(profile.respondKind).toBe(respondKindOf(cells.respond!));
    expect(profile.resolveByItem ?? false).toBe(cells.resolve!.includes('item promise'));
    expect(profile.opensFollowUp ?? false).toBe(cells.resolve!.includes('follow-up case opened'));
    const sample = /(\d+) % sample/.exec(cells.review!)?.[1] ?? (cells.review!.startsWith('–') ? 0 : 100);
    expect(profile.reviewSample).toBe(Number(sample));
  });

  it('are extended as the table says', () => {
    expect(POLICY_V1.profiles['S-QRY'].extendableTo).toEqual({
      unit: 'WD',
      n: numbersOf(between(document, 'extendable to', ')'))[0],
    });
    const [limit, more] = numbersOf(between(document, '| 5 WD interview |', 'once'));
    expect(POLICY_V1.profiles['S-PET'].extendableTo).toEqual({ unit: 'CD', n: limit! + more! });
  });

  it('give each tier its days', () => {
    const [village, township, county, ...urgent] = numbersOf(between(document, 'from acceptance: S-MED', '. A tier'));
    const [V, T, K] = urgent;
    expect(POLICY_V1.profiles['S-MED'].tierBudgets).toEqual({ V: village, T: township, K: county });
    expect(POLICY_V1.profiles['S-MEDU'].tierBudgets).toEqual({ V, T, K });
    expect(Object.values(POLICY_V1.profiles).filter((profile) => profile.tierBudgets)).toHaveLength(2);
  });

  it('step up as §4.3 says', () => {
    const steps = between(document, 'changes swap profile: ', ';')
      .split(', ')
      .flatMap((step) => {
        const [from, to] = step.split('→') as [string, string];
        return from.split('/').map((code) => [`S-${code}`, `S-${to}`]);
      });
    const stepping = Object.values(POLICY_V1.profiles).filter((profile) => profile.stepUp);
    expect(Object.fromEntries(stepping.map(({ code, stepUp }) => [code, stepUp]))).toEqual(Object.fromEntries(steps));
  });

  it('run through a mobilisation where §5.7 says', () => {
    const running = between(document, 'Paused = every profile except ', ', in the affected').split(', ');
    const unpaused = Object.values(POLICY_V1.profiles).filter((profile) => !profile.pausedByMobilisation);
    expect(unpaused.map(({ code }) => code).sort()).toEqual([...running, 'S-PET'].sort());
    const unsuspendable = Object.values(POLICY_V1.profiles).filter((profile) => !profile.suspendable);
    expect(unsuspendable.map(({ code }) => code)).toEqual(['S-PET']);
  });
});

describe('the lists of the specification', () => {
  it('hold the roles of §2.2', () => {
    const text = between(document, '**2.2 Roles.**', 'Leader =');
    const written = [...text.matchAll(/`([A-Z_]+)`/g)].map(([, code]) => code!);
    const assistants = ['ENTERPRISE', 'SAFETY', 'SCI_TECH', 'FINANCE'].map((kind) => `${kind}_ASSISTANT`);
    expect(Object.keys(ROLES).sort()).toEqual([...written, ...assistants].sort());
  });

  it('hold the township units of §2.1', () => {
    const text = between(document, 'Township: ', '. Class A');
    const written = [...text.matchAll(/(\S+) `([A-Z_]+)`/g)].map(([, zh, code]) => [code, zh]);
    const names = Object.entries(POLICY_V1.centres.names).map(([code, { zh }]) => [code, zh]);
    expect(Object.fromEntries(names)).toEqual(Object.fromEntries(written));
  });

  it('hold the outcomes and the reasons of a suspension', () => {
    const outcomes = between(document, 'Close outcomes: `', '`').split(', ');
    expect(Object.keys(POLICY_V1.choices.closeOutcomes)).toEqual(outcomes);
    const reasons = between(document, 'reason ∈ ', ';').split(', ');
    expect(Object.keys(POLICY_V1.choices.suspendReasons)).toEqual(reasons);
  });

  it('hold the five ratings', () => {
    const written = between(document, 'Rating ', ';')
      .split(', ')
      .map((part) => part.split(' '));
    const ratings = Object.entries(POLICY_V1.choices.ratings).map(([rating, { name }]) => [rating, name.zh]);
    expect(Object.fromEntries(ratings)).toEqual(Object.fromEntries(written));
  });
});
