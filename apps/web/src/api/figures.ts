import { queried, type Filter } from './boards';
import { ask } from './client';

/** A rate with what it is of; null where it is withheld, for a group so small that it would tell of one person. */
export interface Share {
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly shown: string;
  readonly withheld?: boolean;
}

export interface FiguresOfGroup {
  readonly key: string;
  readonly coverage: Share;
  readonly M01: number;
  readonly M02: readonly (Share & { readonly step: string })[];
  readonly M03: { readonly total: number };
  /** Natural minutes. */
  readonly M04: { readonly median: number | null; readonly of: number };
  readonly M05: Share;
  readonly M06: Share;
  readonly M08: { readonly village: Share; readonly township: Share };
  readonly M09: Share;
}

/** `GET /api/figures`. */
export interface Figures {
  readonly from: string;
  readonly to: string;
  readonly by: string;
  readonly groups: readonly FiguresOfGroup[];
}

export const readFigures = (filter: Filter): Promise<Figures> => ask(queried('figures', filter));
