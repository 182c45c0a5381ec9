import { ecsShapes, ecsVersion } from './generated/ecs.generated.ts';
import { stsShapes, stsVersion } from './generated/sts.generated.ts';
import { vpcShapes, vpcVersion } from './generated/vpc.generated.ts';
import { kmsShapes, kmsVersion } from './kms-shapes.ts';
import { locationShapes, locationVersion } from './location-shapes.ts';
import { ramShapes, ramVersion } from './ram-shapes.ts';
import { resourceManagerShapes, resourceManagerVersion } from './resource-manager-shapes.ts';
import { readShape } from './shape.ts';
import type { Shape } from './shape.ts';

export type ProductName = 'Ecs' | 'Vpc' | 'Sts' | 'Location' | 'Ram' | 'Kms' | 'ResourceManager';

export interface ActionShapes {
  readonly request: Shape;
  readonly response: Shape;
}

/** One API: its version, and the shapes of its actions: of all, or of those alone that are carried out. */
export class Product {
  readonly name: ProductName;
  readonly version: string;
  /** Whether the API has further actions, whose shapes are not known here. */
  readonly isPartial: boolean;
  readonly #notations: Readonly<Record<string, readonly [string, string]>>;
  readonly #shapes = new Map<string, ActionShapes>();

  constructor(
    name: ProductName,
    version: string,
    notations: Readonly<Record<string, readonly [string, string]>>,
    isPartial = false,
  ) {
    this.name = name;
    this.version = version;
    this.isPartial = isPartial;
    this.#notations = notations;
  }

  /** Names of all actions whose shapes are known, implemented or not. */
  get actionNames(): string[] {
    return Object.keys(this.#notations);
  }

  /** The action's shapes, or undefined if the API has no such action. */
  shapesOf(action: string): ActionShapes | undefined {
    const known = this.#shapes.get(action);
    if (known !== undefined || !Object.hasOwn(this.#notations, action)) return known;
    const notation = this.#notations[action];
    if (notation === undefined) return undefined;
    const shapes = { request: readShape(notation[0]), response: readShape(notation[1]) };
    this.#shapes.set(action, shapes);
    return shapes;
  }
}

export const products: readonly Product[] = [
  new Product('Ecs', ecsVersion, ecsShapes),
  new Product('Vpc', vpcVersion, vpcShapes),
  new Product('Sts', stsVersion, stsShapes),
  new Product('Location', locationVersion, locationShapes),
  new Product('Ram', ramVersion, ramShapes, true),
  new Product('Kms', kmsVersion, kmsShapes, true),
  new Product('ResourceManager', resourceManagerVersion, resourceManagerShapes, true),
];

/** The core of the older SDKs asks where an API is in Location's former version; DescribeEndpoints is the same there. */
const formerVersions: Readonly<Record<string, string>> = { '2015-06-12': locationVersion };

const byVersion = new Map(products.map((product) => [product.version, product]));
for (const [former, version] of Object.entries(formerVersions)) {
  const product = byVersion.get(version);
  if (product !== undefined) byVersion.set(former, product);
}

/** The API that a version stands for. */
export const productOfVersion = (version: string): Product | undefined => byVersion.get(version);
