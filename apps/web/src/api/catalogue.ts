import { ask } from './client';
import type { Text } from './problem';
import type { Limit } from './cases';

export interface Named {
  readonly code: string;
  readonly name: Text;
}

export interface CaseType extends Named {
  readonly channels: readonly string[];
  readonly anonymousAllowed: boolean;
  readonly dispute: boolean;
  readonly profile: string;
  readonly produce: readonly string[];
}

export type ScorePart = 'skill' | 'near' | 'load' | 'quality' | 'continuity';

/** `GET /api/catalogue`. */
export interface Catalogue {
  readonly policyVersion: number;
  readonly caseTypes: readonly CaseType[];
  readonly channels: readonly Named[];
  readonly skills: readonly (Named & { readonly category: 'ECO' | 'STB' | 'ORG' })[];
  readonly profiles: readonly (Named & {
    readonly priority: string;
    readonly extension: Limit;
    readonly limits: { readonly resolve: Limit };
  })[];
  readonly choices: {
    readonly outcomes: readonly Named[];
    readonly rejectReasons: readonly (Named & { readonly route: Text })[];
    readonly declineReasons: readonly Named[];
    readonly withdrawReasons: readonly Named[];
    readonly transferBodies: readonly Named[];
    readonly ratings: readonly Named[];
    readonly ratingReasons: readonly Named[];
  };
  readonly roles: readonly Named[];
  readonly weights: Readonly<Record<ScorePart, number>>;
  readonly workingHours: readonly (readonly [number, number])[];
  readonly review: {
    readonly minAttempts: number;
    readonly minDays: number;
    readonly minChannels: number;
    readonly panelSize: number;
  };
  readonly claimableHours: number;
}

export const readCatalogue = (): Promise<Catalogue> => ask('catalogue');

export const readPermitted = async (): Promise<ReadonlySet<string>> =>
  new Set((await ask<{ actions: string[] }>('catalogue/actions')).actions);
