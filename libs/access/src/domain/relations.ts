import type { Confidentiality } from '#policy';
import type { Subject } from './resource.js';
import type { Clause } from './scope.js';

/** How an actor may stand to a thing. Each turns into the ways in that it opens to this actor; none keeps it closed. */
export type Relation =
  | 'anywhere'
  | 'handler'
  | 'coHandler'
  | 'reader'
  | 'centre'
  | 'place'
  | 'ownVillage'
  | 'leader'
  | 'county'
  | 'wholePath'
  | 'self';

type Secrecy = readonly Confidentiality[] | undefined;

const segments = (path: string): number => path.split('/').length - 1;
const isCounty = ({ path }: Subject): boolean => segments(path) === 1;
const isVillage = ({ path }: Subject): boolean => segments(path) === 3;

const only = (secrecy: Secrecy, ...kept: readonly Confidentiality[]): Secrecy =>
  secrecy?.filter((level) => kept.includes(level));

const of = (secrecy: Secrecy, clause: Clause): Clause => ({
  ...clause,
  ...(secrecy && { confidentialities: secrecy }),
});

/** `docs/domain.md §4.5`: who stands where, and up to which confidentiality. */
export const waysIn = (relation: Relation, actor: Subject, secrecy: Secrecy): readonly Clause[] => {
  const { id, path, unit } = actor;
  switch (relation) {
    case 'anywhere':
      return [of(secrecy, {})];
    case 'handler':
      return [of(secrecy, { handler: id })];
    case 'coHandler':
      return [of(secrecy, { coHandler: id })];
    case 'reader':
      return [of(secrecy, { reader: id })];
    case 'self':
      return [of(secrecy, { owner: id })];
    case 'wholePath':
      return [of(secrecy, { within: path })];
    case 'ownVillage':
      return isVillage(actor) ? [of(secrecy, { within: path })] : [];
    case 'county':
      return isCounty(actor) ? [of(secrecy, { countyMatter: true })] : [];
    // The county as a place is what it has a part in; of the rest it sees figures.
    case 'place':
      return [of(secrecy, isCounty(actor) ? { countyMatter: true } : { within: path })];
    case 'centre':
      // Without a unit nobody can tell whose director he is: ordinary cases only.
      if (unit === undefined) return waysIn('place', actor, only(secrecy, 'N'));
      return [
        of(secrecy, { within: path, centre: unit }),
        ...(isCounty(actor) ? [of(only(secrecy, 'N', 'C'), { countyMatter: true })] : []),
      ];
    case 'leader':
      if (isCounty(actor)) return [of(secrecy, { countyMatter: true })];
      return [of(only(secrecy, 'N'), { within: path }), of(secrecy, { within: path, withLeaders: true })];
  }
};
