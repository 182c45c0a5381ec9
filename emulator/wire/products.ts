import { ecsOtherActions, ecsShapes, ecsVersion } from './generated/ecs.generated.ts';
import { stsOtherActions, stsShapes, stsVersion } from './generated/sts.generated.ts';
import { vpcOtherActions, vpcShapes, vpcVersion } from './generated/vpc.generated.ts';
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

/** Action → [request shape, response shape], in the notation of shape.ts. */
export type Notations = Readonly<Record<string, readonly [string, string]>>;

/** Reads shapes as they are asked for, each once. */
export const shapeReader = (notations: Notations): ((action: string) => ActionShapes | undefined) => {
  const read = new Map<string, ActionShapes>();
  return (action) => {
    const known = read.get(action);
    if (known !== undefined || !Object.hasOwn(notations, action)) return known;
    const notation = notations[action];
    if (notation === undefined) return undefined;
    const shapes = { request: readShape(notation[0]), response: readShape(notation[1]) };
    read.set(action, shapes);
    return shapes;
  };
};

/** One API: its version, the shapes of the actions that are emulated, and the names of the others. */
export class Product {
  readonly name: ProductName;
  readonly version: string;
  /** Whether the API has further actions, whose names are not known here. */
  readonly isPartial: boolean;
  /** Names of all actions that are known, emulated or not, in alphabetical order. */
  readonly actionNames: readonly string[];
  /** The shapes of an action that is emulated; undefined of any other. */
  readonly shapesOf: (action: string) => ActionShapes | undefined;

  /** @param others names of the actions that are not emulated; undefined where not all are known */
  constructor(name: ProductName, version: string, notations: Notations, others?: string) {
    this.name = name;
    this.version = version;
    this.isPartial = others === undefined;
    const otherNames = others === undefined || others === '' ? [] : others.split(' ');
    this.actionNames = [...Object.keys(notations), ...otherNames].sort();
    this.shapesOf = shapeReader(notations);
  }
}

export const products: readonly Product[] = [
  new Product('Ecs', ecsVersion, ecsShapes, ecsOtherActions),
  new Product('Vpc', vpcVersion, vpcShapes, vpcOtherActions),
  new Product('Sts', stsVersion, stsShapes, stsOtherActions),
  new Product('Location', locationVersion, locationShapes, ''),
  new Product('Ram', ramVersion, ramShapes),
  new Product('Kms', kmsVersion, kmsShapes),
  new Product('ResourceManager', resourceManagerVersion, resourceManagerShapes),
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
