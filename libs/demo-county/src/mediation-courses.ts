/** How the parties of a dispute come out of one mediation, of a hundred. */
export const MEDIATION_COURSES = [
  ['ORAL', 40],
  ['WRITTEN', 34],
  ['DECLINED', 9],
  ['FAILED', 11],
  ['TERMINATED', 4],
  ['VIOLENCE', 2],
] as const;

export type MediationCourse = (typeof MEDIATION_COURSES)[number][0];
