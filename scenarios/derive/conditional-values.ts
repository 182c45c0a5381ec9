/** Values that are valid under a condition: "When `period_unit` is `Month`, Valid values: `1`, `2`, `3`." */
import type { Argument } from '../../docs-parser/index.ts';
import type { Value } from '../scenario.ts';
import { providerSpelling, textOf } from './values.ts';

const behind =
  /\bwhen (?:the )?`?(\w+)`?(?: parameter)? is (?:set to )?`?(\w+)`?,? (?:the )?valid values?(?: of the \w+ parameter)?(?: are)?:?\s*((?:`?\w+`?(?:, and |, | and )?)+)/gi;
const before = /\[([\d, -]+)\] when `?(\w+)`? (?:in|is) ["`](\w+)["`]/gi;

/**
 * The last of the values that hold with the given arguments; where none of the conditions is settled, of the first
 * list. The last is the most common: 12 months are sold where 1 is not.
 * @returns null where the text has no such lists
 */
export const conditionalValue = (
  { text }: Argument,
  values: Readonly<Record<string, Value>>,
): string | null => {
  const lists = [
    ...[...text.matchAll(behind)].map(([, name = '', value = '', list = '']) => ({ name, value, list })),
    ...[...text.matchAll(before)].map(([, list = '', name = '', value = '']) => ({ name, value, list })),
  ];
  const chosen =
    lists.find(({ name, value }) => textOf(values[providerSpelling(name)] ?? null) === value) ?? lists[0];
  return (
    chosen?.list
      .match(/\w+/g)
      ?.filter((word) => word !== 'and')
      .at(-1) ?? null
  );
};
