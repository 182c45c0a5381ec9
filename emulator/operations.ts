import type { Context } from './context.ts';
import * as ecs from './ecs/index.ts';
import * as kms from './kms/index.ts';
import * as location from './location/index.ts';
import * as ram from './ram/index.ts';
import * as resourceManager from './resource-manager/index.ts';
import * as sts from './sts/index.ts';
import * as vpc from './vpc/index.ts';
import type { ProductName } from './wire/products.ts';

/** An operation whose request was decoded by the shape of its own action. */
export type AnyOperation = (request: never, context: Context) => unknown;

const isOperation = (value: unknown): value is AnyOperation => typeof value === 'function';

/** "runInstances" → "RunInstances": the function's name is the action's. */
const byActionName = (exported: Readonly<Record<string, unknown>>): ReadonlyMap<string, AnyOperation> =>
  new Map(
    Object.entries(exported).flatMap(([name, value]) =>
      isOperation(value) ? [[name.charAt(0).toUpperCase() + name.slice(1), value] as const] : [],
    ),
  );

const operations: Readonly<Record<ProductName, ReadonlyMap<string, AnyOperation>>> = {
  Ecs: byActionName(ecs),
  Vpc: byActionName(vpc),
  Sts: byActionName(sts),
  Location: byActionName(location),
  Ram: byActionName(ram),
  Kms: byActionName(kms),
  ResourceManager: byActionName(resourceManager),
};

/** The function that carries out an action, or undefined where it is not implemented. */
export const operationOf = (product: ProductName, action: string): AnyOperation | undefined =>
  operations[product].get(action);

/** Names of all implemented functions of a product, for the coverage table. */
export const implementedActions = (product: ProductName): string[] => [...operations[product].keys()].sort();
