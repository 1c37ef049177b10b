import { cadreDirectory } from '#cadres/read';
import { caseBoard, caseWordsOf, type WordVault } from '#cases/read';
import { countyFigures } from '#dashboards/read';
import { mediationBoard } from '#mediation/read';
import { dutyPlaces } from '#duty/read';
import { closures } from '#oversight/read';
import type { Projection } from '#projections';
import { reviewTasks } from '#reviews/read';
import { orgTree } from '#township/read';

/** Every read model of the county that the log alone gives. */
export const PROJECTIONS: readonly Projection[] = [
  caseBoard,
  mediationBoard,
  countyFigures,
  reviewTasks,
  closures,
  cadreDirectory,
  dutyPlaces,
  orgTree,
];

/** Every read model of the county. What people may be found by is made with the vault, and never without it. */
export const projectionsWith = (vault: WordVault): readonly Projection[] => [...PROJECTIONS, caseWordsOf(vault)];

export const PROJECTION_NAMES: readonly string[] = [...PROJECTIONS.map(({ name }) => name), 'case-words'];
