import type { Confidentiality } from '#policy';
import type { Resource } from './resource.js';

/** One way in: everything it names must hold. */
export interface Clause {
  /** At this path or below. */
  readonly within?: string;
  readonly owner?: string;
  readonly centre?: string;
  readonly handler?: string;
  readonly coHandler?: string;
  readonly reader?: string;
  readonly withLeaders?: true;
  readonly countyMatter?: true;
  readonly confidentialities?: readonly Confidentiality[];
}

/** What of a kind of thing an actor may do something with: any way in, unless a complaint is about him or his centre. */
export interface Scope {
  readonly anyOf: readonly Clause[];
  readonly neverAsTarget?: { readonly id: string; readonly unit?: string };
}

export const NOTHING: Scope = { anyOf: [] };

export const isWithin = (path: string, root: string): boolean => path === root || path.startsWith(`${root}/`);

/** Whether one thing lies in the scope. Lists ask the same of the database (`scopeSql`). */
export const inScope = ({ anyOf, neverAsTarget }: Scope, resource: Resource): boolean => {
  if (neverAsTarget) {
    const { id, unit } = neverAsTarget;
    if (resource.complaintTargets?.includes(id)) return false;
    if (unit !== undefined && resource.targetCentres?.includes(unit)) return false;
  }
  return anyOf.some((clause) => holds(clause, resource));
};

const holds = (clause: Clause, resource: Resource): boolean =>
  (clause.within === undefined || (resource.path !== undefined && isWithin(resource.path, clause.within))) &&
  (clause.owner === undefined || resource.owner === clause.owner) &&
  (clause.centre === undefined || (resource.centres?.includes(clause.centre) ?? false)) &&
  (clause.handler === undefined || resource.handler === clause.handler) &&
  (clause.coHandler === undefined || (resource.coHandlers?.includes(clause.coHandler) ?? false)) &&
  (clause.reader === undefined || (resource.readers?.includes(clause.reader) ?? false)) &&
  (clause.withLeaders === undefined || resource.withLeaders === true) &&
  (clause.countyMatter === undefined || resource.countyMatter === true) &&
  (clause.confidentialities === undefined ||
    (resource.confidentiality !== undefined && clause.confidentialities.includes(resource.confidentiality)));
