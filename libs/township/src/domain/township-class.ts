import { centreIn, centresOf, type CentreKind, type PolicySet } from '#policy';

/** Name of the size class (`A`, `B`, `C`) of a township of so many villages (`docs/domain.md §2.1`). */
export const classOf = (policy: PolicySet, villageCount: number): string =>
  policy.centres.sizeClasses.find((size) => villageCount >= size.fromVillages)?.name ?? '';

/** Every function a centre answers for in a township of so many villages: its own and those merged into it. */
export const functionsOf = (policy: PolicySet, villageCount: number, centre: CentreKind): readonly CentreKind[] => {
  const kinds = Object.keys(policy.centres.names) as CentreKind[];
  if (!centresOf(policy, villageCount).includes(centre)) return [];
  return kinds.filter((kind) => centreIn(policy, kind, villageCount) === centre);
};
