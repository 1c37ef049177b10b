import type { CaseId } from '#cases/domain';

export const caseStream = (caseId: CaseId): string => `case-${caseId}`;
/** Subject of the key under which all free text of a case is sealed. */
export const caseSubject = (caseId: CaseId): string => `case:${caseId}`;
