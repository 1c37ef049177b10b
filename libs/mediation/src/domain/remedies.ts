import { reject } from '#kernel';
import type { MediationContext, OpenMediation } from './mediation-context.js';
import { about } from './mediation-context.js';
import type { AgreementRoute, RemedyRoute } from './mediation-types.js';
import type { RemediesInformed } from './mediation.events.js';

/** What stays open to the parties in any case (`docs/domain.md §5.2`). */
export const ALL_ROUTES: readonly RemedyRoute[] = ['ARBITRATION', 'ADMINISTRATIVE', 'COURT'];

export const remediesInformed = (
  state: OpenMediation,
  routes: readonly (RemedyRoute | AgreementRoute)[],
  { now, actor }: MediationContext,
): RemediesInformed => ({
  type: 'RemediesInformed',
  occurredAt: now,
  data: about(state, { routes: [...new Set(routes)], by: actor.id }),
});

/** @throws CommandRejected `ROUTES_NOT_TOLD`: who gives up mediation is told the other ways first */
export const assertRoutesTold = (routes: readonly RemedyRoute[]): void => {
  if (routes.length === 0) reject('ROUTES_NOT_TOLD', { field: 'routesTold' });
};
