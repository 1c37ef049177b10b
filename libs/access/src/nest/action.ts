import { SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Action as ActionName } from '#access/domain';

const ACTION = 'minqing:action';

/** What a route does: `@Action('case.read')`. Without one the app does not boot. */
export const Action = (action: ActionName): MethodDecorator & ClassDecorator => SetMetadata(ACTION, action);

/** Open to anyone, said on purpose. */
export const Public = (): MethodDecorator & ClassDecorator => Action('public');

type Declared = Parameters<Reflector['getAllAndOverride']>[1];

const actions = new WeakMap<Declared[number], Map<Declared[number], ActionName | undefined>>();
const reflector = new Reflector();

/** The action of a handler, or of its whole controller. What is declared does not change: each pair is looked up once. */
export const actionOf = (handler: Declared[number], controller: Declared[number]): ActionName | undefined => {
  const known = actions.get(handler);
  if (known?.has(controller)) return known.get(controller);
  const action = reflector.getAllAndOverride<ActionName | undefined>(ACTION, [handler, controller]);
  actions.set(handler, new Map(known).set(controller, action));
  return action;
};
