import type { CadreKind, Gender } from '#cadres/domain';
import type { RoleCode, SkillCode } from '#policy';
import { townshipPath } from './places.js';

/** One place of the staffing plan, before anybody in particular holds it. */
export interface Post {
  readonly kind: CadreKind;
  readonly role: RoleCode;
  readonly unitId: string;
  readonly unitPath: string;
  /** Where the role is served: village, enterprise or unit. */
  readonly path: string;
  /** Code of the township whose people he works for, if one. */
  readonly township?: string;
  /** Entries of the policy's post map that apply: the role, and the functions of the unit he heads. */
  readonly posts: readonly string[];
  /** What he holds beyond the post map. */
  readonly specialities: readonly SkillCode[];
  readonly gender?: Gender;
}

export interface UnitOfPost {
  readonly unitId: string;
  readonly unitPath: string;
}

export const post = (
  kind: CadreKind,
  role: RoleCode,
  { unitId, unitPath }: UnitOfPost,
  more: Partial<Post> = {},
): Post => ({ kind, role, unitId, unitPath, path: unitPath, posts: [role], specialities: [], ...more });

export const unitOfTownship = (township: string, unit: string): UnitOfPost => ({
  unitId: `${township}-${unit}`,
  unitPath: `${townshipPath(township)}/${township}-${unit}`,
});

/** Goes round the list. */
export const nth = <T>(items: readonly T[], index: number): T => items[index % items.length] as T;

export const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));
