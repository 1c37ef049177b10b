import type { CaseType } from '../api/catalogue';
import { catalogue } from '../session';

export const caseTypeOf = (code: string): CaseType | undefined =>
  catalogue.value?.caseTypes.find((type) => type.code === code);

/** Types under the heading that people look for: `DSP`, `REQ`, … in the order of the catalogue. */
export const typeGroups = (): readonly { readonly group: string; readonly types: readonly CaseType[] }[] => {
  const groups = new Map<string, CaseType[]>();
  for (const type of catalogue.value?.caseTypes ?? []) {
    const group = type.code.split('-')[0] ?? '';
    groups.set(group, [...(groups.get(group) ?? []), type]);
  }
  return [...groups].map(([group, types]) => ({ group, types }));
};
