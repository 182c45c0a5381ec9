/**
 * Does something for each item, at most so many at a time, in their order.
 * @param stop asked before each: true, and no more are begun
 * @returns what came of each that was begun, in the items' order
 */
export const inParallel = async <Item, Result>(
  items: readonly Item[],
  limit: number,
  work: (item: Item) => Promise<Result>,
  stop: () => boolean = () => false,
): Promise<Result[]> => {
  const results: Result[] = [];
  let next = 0;
  const takeOne = async (): Promise<void> => {
    while (next < items.length && !stop()) {
      const at = next++;
      const item = items[at];
      if (item !== undefined) results[at] = await work(item);
    }
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, takeOne));
  return results;
};
