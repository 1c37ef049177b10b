import { cadreDirectory } from '#cadres/read';
import { caseBoard } from '#cases/read';
import { countyFigures } from '#dashboards/read';
import { mediationBoard } from '#mediation/read';
import { closures } from '#oversight/read';
import type { Projection } from '#projections';
import { reviewTasks } from '#reviews/read';
import { orgTree } from '#township/read';

/** Every read model of the county. */
export const PROJECTIONS: readonly Projection[] = [
  caseBoard,
  mediationBoard,
  countyFigures,
  reviewTasks,
  closures,
  cadreDirectory,
  orgTree,
];
