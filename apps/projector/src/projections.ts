import { caseBoard } from '#cases/read';
import type { Projection } from '#projections';
import { reviewTasks } from '#reviews/read';

/** Every read model of the county. */
export const PROJECTIONS: readonly Projection[] = [caseBoard, reviewTasks] as unknown as readonly Projection[];
