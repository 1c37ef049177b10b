import type { CaseTypeCode, Confidentiality } from './codes.js';
import type { Skill } from './skills.js';

/** What of a `CaseType` the patterns look at. */
interface Matched {
  readonly code: CaseTypeCode;
  readonly confidentiality: Confidentiality;
  readonly writtenOnly: boolean;
}

/**
 * Whether a pattern of `docs/domain.md §3` names the type. `optional` (dialect) helps in any case; `written` are the
 * disputes whose agreement must be in writing; `CONFIDENTIAL+` is C and X. Work that is no case matches no type.
 */
export const matchesCaseType = (pattern: string, type: Matched): boolean => {
  if (pattern === 'all' || pattern === 'optional') return true;
  if (pattern === 'CONFIDENTIAL+') return type.confidentiality !== 'N';
  if (pattern.endsWith(' written'))
    return type.writtenOnly && matchesCaseType(pattern.slice(0, -' written'.length), type);
  return pattern.endsWith('*') ? type.code.startsWith(pattern.slice(0, -1)) : pattern === type.code;
};

export const servesCaseType = (skill: Skill, type: Matched): boolean =>
  skill.serves.some((pattern) => matchesCaseType(pattern, type));
