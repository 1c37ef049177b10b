import type { components } from '../generated/api';
import { ask } from './client';

type Schemas = components['schemas'];

/** A code that people see by its name. */
export type Named = Schemas['Named'];
export type CaseType = Schemas['CaseTypeAnswer'];
export type Limit = Schemas['LimitAnswer'];
/** What a score is made of. */
export type ScorePart = keyof Schemas['AssignmentWeights'];
export type Catalogue = Schemas['CatalogueAnswer'];

export const readCatalogue = (): Promise<Catalogue> => ask('catalogue');

export const readPermitted = async (): Promise<ReadonlySet<string>> =>
  new Set((await ask<Schemas['PermittedAnswer']>('catalogue/actions')).actions);
