import type { Argument } from '../../docs-parser/index.ts';

/**
 * The argument that a page names in place of a deprecated one: "Field `name` has been deprecated … New field
 * `disk_name` instead.", "… and use field `disk_name` instead".
 * @param top arguments of the page's first level
 */
export const newerThan = ({ flags, text }: Argument, top: readonly Argument[]): Argument | undefined => {
  if (flags.deprecated === null) return undefined;
  const newer = /\b(?:new|use) field [`'"]?(\w+)[`'"]? instead/i.exec(text)?.[1];
  return top.find(({ name }) => name === newer);
};
