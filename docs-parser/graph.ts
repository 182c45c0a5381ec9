/** Resource graphs without their schema: who reads pages need not load zod. */
import type { Block, ResourceGraph } from './resource-graph.ts';

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
