import type { Names } from '../references.ts';
import type { World } from './world.ts';

/**
 * What `${…}` stands for in a world.
 * @param number which of a createMany it is
 */
export const namesIn = (world: World, number?: number): Names => ({
  block: (address) =>
    world.blocks.get(address)?.state.attributes ?? world.blocks.previous(address)?.state.attributes,
  account: (actor) => world.account(actor),
  saved: (name) => world.saved.get(name),
  now: () => world.now(),
  ...(number === undefined ? {} : { number }),
});
