import { Injectable, RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { ApplicationConfig, DiscoveryService, MetadataScanner } from '@nestjs/core';

/** One method at one address, and the code that answers it. */
export interface Route {
  readonly method: string;
  /** `/api/cases/:caseId` */
  readonly path: string;
  readonly controller: abstract new (...args: never[]) => unknown;
  readonly handler: (...args: unknown[]) => unknown;
}

/** Every route the controllers declare. */
@Injectable()
export class RouteTable {
  #routes: readonly (Route & { readonly pattern: RegExp })[] | undefined;

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly config: ApplicationConfig,
  ) {}

  all(): readonly Route[] {
    return this.#all();
  }

  /** Methods that the address takes; empty where there is nothing. */
  methodsAt(url: string): readonly string[] {
    const path = url.split('?')[0] as string;
    const methods = this.#all().flatMap(({ method, pattern }) => (pattern.test(path) ? [method] : []));
    return [...new Set(methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])))];
  }

  #all(): readonly (Route & { readonly pattern: RegExp })[] {
    this.#routes ??= this.discovery.getControllers().flatMap(({ instance, metatype }) => {
      if (!instance || !metatype) return [];
      const prototype = Object.getPrototypeOf(instance) as object;
      return this.scanner.getAllMethodNames(prototype).flatMap((name) => {
        const handler = (prototype as Record<string, Route['handler']>)[name] as Route['handler'];
        const method = Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined;
        if (method === undefined) return [];
        return pathsOf(metatype).flatMap((base) =>
          pathsOf(handler).map((own) => {
            const path = joined(this.config.getGlobalPrefix(), base, own);
            const controller = metatype as Route['controller'];
            return { method: RequestMethod[method], path, controller, handler, pattern: patternOf(path) };
          }),
        );
      });
    });
    return this.#routes;
  }
}

const pathsOf = (declared: object): readonly string[] => {
  const path = Reflect.getMetadata(PATH_METADATA, declared) as string | string[] | undefined;
  return [path ?? ''].flat();
};

const joined = (...parts: readonly string[]): string =>
  '/' + parts.flatMap((part) => part.split('/').filter((segment) => segment !== '')).join('/');

const patternOf = (path: string): RegExp =>
  new RegExp(
    `^${path
      .split('/')
      .map((segment) =>
        segment.startsWith(':') ? '[^/]+' : segment.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/\*.*/, '.*'),
      )
      .join('/')}/?$`,
  );
