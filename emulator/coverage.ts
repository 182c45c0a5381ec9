import { implementedActions } from './operations.ts';
import { products } from './wire/products.ts';

/** What is emulated of one API. */
export interface ProductCoverage {
  readonly product: string;
  readonly version: string;
  /** Names of the actions that are carried out. */
  readonly implemented: readonly string[];
  /** Names of the actions that the SDK knows and that answer 501. */
  readonly missing: readonly string[];
}

/** Which actions are emulated, by product, in alphabetical order (design decision 10). */
export const actionCoverage = (): ProductCoverage[] =>
  products.map(({ name, version, actionNames }) => {
    const implemented = new Set(implementedActions(name));
    return {
      product: name,
      version,
      implemented: actionNames.filter((action) => implemented.has(action)),
      missing: actionNames.filter((action) => !implemented.has(action)),
    };
  });
