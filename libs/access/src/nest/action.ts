import { SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Action as ActionName } from '#access/domain';

const ACTION = 'minqing:action';

/** What a route does: `@Action('case.read')`. Without one the app does not boot. */
export const Action = (action: ActionName): MethodDecorator & ClassDecorator => SetMetadata(ACTION, action);

/** Open to anyone, said on purpose. */
export const Public = (): MethodDecorator & ClassDecorator => Action('public');

type Declared = Parameters<Reflector['getAllAndOverride']>[1];

/** The action of a handler, or of its whole controller. */
export const actionOf = (handler: Declared[number], controller: Declared[number]): ActionName | undefined =>
  new Reflector().getAllAndOverride<ActionName | undefined>(ACTION, [handler, controller]);
