import type { INestApplicationContext } from '@nestjs/common';
import { RouteTable } from '#http';
import { actionOf } from './action.js';

/** A route nobody decided about: the app must not boot. */
export class RouteWithoutAction extends Error {
  override readonly name = 'RouteWithoutAction';
  constructor(readonly routes: readonly string[]) {
    super(`these routes have no @Action(…): ${routes.join(', ')}`);
  }
}

/** @throws RouteWithoutAction naming every such route */
export const requireActions = (routes: RouteTable): void => {
  const open = routes.all().filter(({ handler, controller }) => actionOf(handler, controller) === undefined);
  if (open.length > 0) throw new RouteWithoutAction(open.map(({ method, path }) => `${method} ${path}`));
};

/** The same for an app; `AccessModule` asks it by itself at boot. */
export const assertEveryRouteHasAnAction = (app: INestApplicationContext): void =>
  requireActions(app.get(RouteTable, { strict: false }));
