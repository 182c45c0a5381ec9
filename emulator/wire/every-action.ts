/** The shapes of all actions of the official SDKs, emulated or not: for comparisons, and for calls to wherever. */
import { ecsOtherShapes } from './generated/ecs-others.generated.ts';
import { stsOtherShapes } from './generated/sts-others.generated.ts';
import { vpcOtherShapes } from './generated/vpc-others.generated.ts';
import { products, shapeReader } from './products.ts';
import type { ActionShapes, ProductName } from './products.ts';

const others: Readonly<Partial<Record<ProductName, (action: string) => ActionShapes | undefined>>> = {
  Ecs: shapeReader(ecsOtherShapes),
  Sts: shapeReader(stsOtherShapes),
  Vpc: shapeReader(vpcOtherShapes),
};

/** @throws Error if the API has no such action */
export const shapesOf = (name: ProductName, action: string): ActionShapes => {
  const emulated = products.find((product) => product.name === name)?.shapesOf(action);
  const found = emulated ?? others[name]?.(action);
  if (found === undefined) throw new Error(`the API ${name} has no action ${action}`);
  return found;
};
