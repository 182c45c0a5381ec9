import { InvalidArgumentError, Option } from 'commander';

/** Which part of the work: "2/3" is the second of three. */
export interface Shard {
  readonly index: number;
  readonly total: number;
}

/** @throws InvalidArgumentError if it is not of the form INDEX/TOTAL */
export const readShard = (text: string): Shard => {
  const [, index, total] = /^(\d+)\/(\d+)$/.exec(text) ?? [];
  const shard = { index: Number(index), total: Number(total) };
  if (index === undefined || !(shard.index >= 1 && shard.index <= shard.total)) {
    throw new InvalidArgumentError(`It is INDEX/TOTAL, for example 2/3; "${text}" is not.`);
  }
  return shard;
};

/** `--shard INDEX/TOTAL`, as Playwright has it. */
export const shardOption = (): Option =>
  new Option('--shard <index/total>', 'only a part of the pages, for example 2/3').argParser(readShard);

/** The shard's part: every third of three, so that the parts are alike in size. */
export const partOf = <Item>(items: readonly Item[], shard: Shard | undefined): Item[] =>
  shard === undefined ? [...items] : items.filter((_, at) => at % shard.total === shard.index - 1);
