import { ask, askAll, remembered } from './client';

export interface Unit {
  readonly unitId: string;
  readonly kind: string;
  readonly name: string;
}

/** One line of the directory of those who serve. */
export interface Cadre {
  readonly cadreId: string;
  readonly name?: string;
  readonly unitId: string;
  readonly roles: readonly string[];
  readonly villages: readonly string[];
  readonly skills: readonly { readonly skill: string; readonly level: number }[];
}

export const readTownships = remembered((): Promise<readonly Unit[]> => askAll('org-units?kind=TOWNSHIP'));

export const readVillages = remembered((township: string): Promise<readonly Unit[]> =>
  askAll(`org-units?kind=VILLAGE&parent=${encodeURIComponent(township)}`),
);

export const readUnit = remembered((unitId: string): Promise<Unit> => ask(`org-units/${encodeURIComponent(unitId)}`));

/** People of a township: its units' and those posted there. */
export const readCadresOf = remembered((township: string): Promise<readonly Cadre[]> =>
  askAll(`cadres?township=${encodeURIComponent(township)}`),
);

export const readCadresWith = remembered((role: string): Promise<readonly Cadre[]> =>
  askAll(`cadres?role=${encodeURIComponent(role)}`),
);

export const readCadre = (cadreId: string): Promise<{ readonly name?: string }> =>
  ask(`cadres/${encodeURIComponent(cadreId)}`);
