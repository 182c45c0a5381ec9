import type { Argument } from '../../docs-parser/index.ts';

/**
 * The argument that a page names in place of a deprecated one: "Field `name` has been deprecated … New field
 * `disk_name` instead.", "… and use field `disk_name` instead".
 * @param top arguments of the page's first level
 */
export const newerThan = ({ flags, text }: Argument, top: readonly Argument[]): Argument | undefined => {
  const newer = newerName({ flags, text });
  return top.find(({ name }) => name === newer);
};

/** The name of the argument that a page names in place of a deprecated one. */
export const newerName = ({ flags, text }: Pick<Argument, 'flags' | 'text'>): string | undefined =>
  flags.deprecated === null ? undefined : /\b(?:new|use) field [`'"]?(\w+)[`'"]? instead/i.exec(text)?.[1];
