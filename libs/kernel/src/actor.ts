/** Who acts: a person in a role at a place of the county, or the system on somebody's behalf. */
export interface Actor {
  /** Opaque id: cadre id, resident `partyId`, or `system`. */
  readonly id: string;
  /** Role code of `docs/domain.md §2.2`. */
  readonly role: string;
  /** `/county`, `/county/T01`, `/county/T01/T01-V07`. */
  readonly path: string;
}

export const SYSTEM: Actor = { id: 'system', role: 'SYSTEM', path: '/county' };
