/** What is emulated, as data: actions, what becomes of each one's parameters, and the promises of pages. */
import { actionCoverage } from '../../emulator/coverage.ts';
import type { ProductCoverage } from '../../emulator/coverage.ts';
import { products } from '../../emulator/wire/products.ts';
import { recordedPages, recordedReads } from './recorded.generated.ts';

/** What becomes of the parameters of one action that is carried out. */
export interface ParameterCoverage {
  readonly action: string;
  /** Some passing test or promise had the operation look at it. */
  readonly honoured: readonly string[];
  /** The SDK knows it, and no operation was seen to look at it: it is accepted without effect. */
  readonly withoutEffect: readonly string[];
}

export interface PageCoverage {
  /** "r/ecs_disk.html.markdown" */
  readonly page: string;
  readonly kept: number;
  /** Not kept, with an entry in test/contract/ecs-pages/verdicts.yaml. */
  readonly judged: number;
  readonly notChecked: number;
}

export interface Coverage {
  readonly products: readonly (ProductCoverage & { readonly parameters: readonly ParameterCoverage[] })[];
  readonly pages: readonly PageCoverage[];
}

/** Who a resource belongs to was once said by these; the caller's key says it today, for every action. */
const formerOwners = new Set(['OwnerAccount', 'OwnerId', 'ResourceOwnerAccount', 'ResourceOwnerId']);

/** What is looked at for every action, before the operation. */
const readBefore = new Set(['RegionId', 'regionId', 'ClientToken', 'DryRun']);

export const coverage = (): Coverage => ({
  products: actionCoverage().map((product) => ({
    ...product,
    parameters: product.implemented.map((action) => parametersOf(product.product, action)),
  })),
  pages: recordedPages.map(([page, kept, judged, notChecked]) => ({ page, kept, judged, notChecked })),
});

const parametersOf = (product: string, action: string): ParameterCoverage => {
  const shapes = products.find(({ name }) => name === product)?.shapesOf(action);
  const reads = new Set(recordedReads[`${product} ${action}`]);
  const known = (shapes?.request.fields ?? []).filter(({ wire }) => !formerOwners.has(wire));
  const isHonoured = ({ wire, property }: (typeof known)[number]): boolean =>
    readBefore.has(wire) || reads.has(property);
  return {
    action,
    honoured: known.filter(isHonoured).map(({ wire }) => wire),
    withoutEffect: known.filter((field) => !isHonoured(field)).map(({ wire }) => wire),
  };
};
