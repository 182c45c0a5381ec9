/** Resource graphs without their schema: who reads pages need not load zod. */
import type { Block, Expression, ResourceGraph } from './resource-graph.ts';

/** A graph with nothing in it yet. */
export const emptyGraph = (): ResourceGraph => ({
  blocks: [],
  variables: [],
  locals: [],
  outputs: [],
  providers: [],
});

/**
 * The address Terraform gives a block.
 * @returns e.g. "alicloud_vpc.default" or "data.alicloud_zones.default"
 */
export const addressOf = (block: Pick<Block, 'kind' | 'type' | 'name'>): string =>
  block.kind === 'data' ? `data.${block.type}.${block.name}` : `${block.type}.${block.name}`;

/** What an expression is made of, one level down, in the order of the code; a reference has no parts. */
export const partsOf = (expression: Expression): readonly Expression[] => {
  switch (expression.kind) {
    case 'list':
      return expression.items;
    case 'object':
      return expression.entries.map(({ value }) => value);
    case 'template':
      return expression.parts;
    case 'call':
      return expression.arguments;
    case 'operation':
      return expression.operands;
    case 'conditional':
      return [expression.condition, expression.whenTrue, expression.whenFalse];
    case 'access':
      return [expression.target];
    case 'for':
      return [expression.collection, expression.key, expression.value, expression.condition].filter(
        (part) => part !== null,
      );
    case 'reference':
    case 'literal':
    case 'unknown':
      return [];
  }
};
