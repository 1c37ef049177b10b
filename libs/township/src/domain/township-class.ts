/** Size class of a township, by its number of villages (`docs/domain.md §2.1`). */
export type TownshipClass = 'A' | 'B' | 'C';

/** The six units of a township, in the order of `docs/domain.md §2.1`. */
export const CENTRE_KINDS = [
  'GENERAL_OFFICE',
  'RURAL_GUIDANCE',
  'INDUSTRY_SERVICE',
  'STABILITY_MEDIATION',
  'SOCIAL_SECURITY',
  'TOWN_CONSTRUCTION',
] as const;
export type CentreKind = (typeof CENTRE_KINDS)[number];

/** Least number of villages of class A and B. */
export interface TownshipClassBounds {
  readonly A: number;
  readonly B: number;
}
export const TOWNSHIP_CLASS_BOUNDS: TownshipClassBounds = { A: 18, B: 12 };

/** Centres a class does without; rural guidance takes over their functions. */
const MERGED_INTO_RURAL_GUIDANCE: Readonly<Record<TownshipClass, readonly CentreKind[]>> = {
  A: [],
  B: ['TOWN_CONSTRUCTION'],
  C: ['TOWN_CONSTRUCTION', 'INDUSTRY_SERVICE'],
};

export const classOf = (villageCount: number, bounds: TownshipClassBounds = TOWNSHIP_CLASS_BOUNDS): TownshipClass => {
  if (villageCount >= bounds.A) return 'A';
  return villageCount >= bounds.B ? 'B' : 'C';
};

export const centresOfClass = (townshipClass: TownshipClass): readonly CentreKind[] =>
  CENTRE_KINDS.filter((kind) => !MERGED_INTO_RURAL_GUIDANCE[townshipClass].includes(kind));

/** Which centres a township of so many villages has (`docs/domain.md §2.1`). */
export const centresOf = (villageCount: number, bounds?: TownshipClassBounds): readonly CentreKind[] =>
  centresOfClass(classOf(villageCount, bounds));

/** The centre that owns a function in a township of this class: the merged ones belong to rural guidance. */
export const owningCentre = (townshipClass: TownshipClass, kind: CentreKind): CentreKind =>
  MERGED_INTO_RURAL_GUIDANCE[townshipClass].includes(kind) ? 'RURAL_GUIDANCE' : kind;

/** Every function a centre answers for: its own and those merged into it. */
export const functionsOf = (townshipClass: TownshipClass, centre: CentreKind): readonly CentreKind[] =>
  CENTRE_KINDS.filter((kind) => owningCentre(townshipClass, kind) === centre);
