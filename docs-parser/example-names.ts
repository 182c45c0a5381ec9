import type { PageNames } from './dialects/known-names.ts';
import type { Argument, Attribute } from './page-spec.ts';

/** What a page tells its examples of names: its type, and which arguments are blocks and which are maps. */
export const namesOf = (
  type: string,
  args: readonly Argument[],
  attributes: readonly Attribute[],
): PageNames => ({
  type,
  names: [...args.map(({ name }) => name), ...attributes.map(({ name }) => name)],
  blocks: new Set(args.flatMap(({ path }) => path.slice(0, -1))),
  maps: new Set(
    args
      .filter(({ flags, text }) => flags.type === 'Map' || /\bmapping of\b/i.test(text))
      .map(({ name }) => name),
  ),
});
