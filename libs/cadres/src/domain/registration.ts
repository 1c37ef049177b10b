import { reject } from '#kernel';
import { ROLES, type RoleCode } from '#policy';
import { liesWithin } from './area.js';
import type { Registration } from './cadre.commands.js';
import { CADRE_KINDS, type CadreEvent } from './cadre.events.js';
import type { Cadre, CadreContext } from './cadre-state.js';
import { requireOpaque } from './opaque-id.js';

/** Roles nobody serves in: residents and volunteers are no staff, the system is no person. */
const NOT_A_POST: readonly string[] = ['RESIDENT', 'VOLUNTEER', 'SYSTEM'] satisfies readonly RoleCode[];

/** Throws `ROLE_UNKNOWN`. */
export const roleOf = (code: string): RoleCode =>
  Object.hasOwn(ROLES, code) && !NOT_A_POST.includes(code)
    ? (code as RoleCode)
    : reject('ROLE_UNKNOWN', { field: 'role', role: code });

export const register = (data: Registration, cadre: Cadre, { now }: CadreContext): CadreEvent[] => {
  if (cadre.record) return reject('CADRE_EXISTS', { cadreId: cadre.record.cadreId });
  if (!CADRE_KINDS.includes(data.kind)) return reject('CADRE_KIND_UNKNOWN', { field: 'kind' });
  const { cadreId, kind, personRef, phoneRef, unitId, unitPath, gender } = data;
  requireOpaque({ cadreId, personRef, phoneRef, unitId, unitPath: unitPath.slice(1) });
  if (!liesWithin(unitPath, '/county')) return reject('PATH_UNKNOWN', { field: 'unitPath' });
  const roles = data.roles.map(roleOf);
  if (kind === 'LAY_MEDIATOR' && roles.some((role) => role !== 'MEDIATOR')) {
    return reject('LAY_MEDIATOR_MEDIATES_ONLY', { field: 'roles' });
  }
  return [
    {
      type: 'CadreRegistered',
      occurredAt: now,
      data: {
        cadreId,
        kind,
        personRef,
        ...(phoneRef !== undefined && { phoneRef }),
        roles,
        unitId,
        unitPath,
        ...(gender && { gender }),
      },
    },
  ];
};
