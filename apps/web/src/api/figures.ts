import type { components } from '../generated/api';
import { queried, type Filter } from './boards';
import { ask } from './client';

type Schemas = components['schemas'];

/** A rate with what it is of; null where it is withheld, for a group so small that it would tell of one person. */
export type Share = Schemas['ShareFigure'];
export type FiguresOfGroup = Schemas['FiguresOfGroup'];
export type Figures = Schemas['FiguresAnswer'];

export const readFigures = (filter: Filter): Promise<Figures> => ask(queried('figures', filter));
