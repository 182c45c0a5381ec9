/**
 * Part of what a data source tells of a thing is there only once the thing is linked to another: a disk has an
 * instance once it is attached, a deployment set has instances once one is made in it.
 */
import type { Argument, Attribute, PageSpec } from '../../docs-parser/index.ts';
import type { GivenBlock, Step } from '../scenario.ts';
import { asList } from './chosen-value.ts';
import { renamedIn } from './companions.ts';
import type { Companions } from './companions.ts';
import { step } from './draft.ts';
import { supplyOf } from './example.ts';
import type { Subject } from './example.ts';
import type { Listed } from './furnished.ts';
import { attachmentOf, attachmentsOf, membersOf } from './link-types.ts';
import { targetTypes } from './reference-names.ts';
import { addressesIn, neededBy, providerOf } from './values.ts';

/** What links the listed thing. */
export interface Link {
  /** Its block, behind what it needs; the listed thing's own blocks are not among them. */
  readonly blocks: readonly GivenBlock[];
  readonly address: string;
  /** The attribute tells of a link that is no more. */
  readonly isEnded: boolean;
}

/** @returns null where nothing tells that the attribute comes of a link */
export const linkOf = (attribute: Attribute, listed: Listed, companions: Companions): Link | null => {
  for (const type of linkTypes(attribute, listed, companions)) {
    const page = companions.get(type);
    const reference = page && referenceTo(listed, page);
    if (page === undefined || reference === undefined) continue;
    const value = asList(reference, `\${${listed.address}.id}`);
    const supply = supplyOf(type, companions, { [reference.name]: value }, '-linked');
    if (supply === null) continue;
    const isEnded = /\bdetach/i.test(`${attribute.name} ${attribute.text}`);
    const blocks = besideListed(neededBy([supply.address], supply.blocks), supply.address, listed);
    return { address: supply.address, blocks, isEnded };
  }
  return null;
};

const linkTypes = (attribute: Attribute, listed: Listed, companions: Companions): string[] => {
  const [, name = ''] = attribute.path;
  const own = attachmentsOf(listed.address.split('.')[0] ?? '');
  const attached = own.filter((type) => speaksOf(attribute, companions.get(type), listed));
  return [
    ...attached,
    ...targetTypes(name, providerOf(listed.page.name)).map(attachmentOf),
    ...membersOf(name, listed.page.name),
  ].filter((type) => companions.has(type));
};

/**
 * The link stands where the listed thing does: of what both need, as a VPC, the listed thing's is taken. What the
 * link itself refers to is its own.
 */
const besideListed = (blocks: readonly GivenBlock[], address: string, { found }: Listed): GivenBlock[] => {
  const link = blocks.find((block) => block.address === address);
  const own = new Set([address, ...addressesIn(link?.arguments ?? {})]);
  const typeOf = (one: string): string => one.slice(0, one.lastIndexOf('.'));
  const shared = blocks.flatMap((block) => {
    const [only, second] = found.given.filter((one) => typeOf(one.address) === typeOf(block.address));
    const isShared = only !== undefined && second === undefined && !own.has(block.address);
    return isShared ? [[block.address, only.address] as const] : [];
  });
  const names = new Map(shared);
  const kept = blocks.filter((block) => !names.has(block.address));
  return neededBy([address], renamedIn(kept, names));
};

/** The data source, asked once the link stands. */
export const withLink = (found: Subject, { blocks, address }: Link): Subject => ({
  ...found,
  given: [...found.given, ...blocks],
  dependsOn: [address],
});

/** The data source, of which the link is taken away before it is asked. */
export const endedLink = (found: Subject, { blocks }: Link): Subject => ({
  ...found,
  given: [...found.given, ...blocks],
});

/** Takes the link away. */
export const stepsThatEnd = ({ address }: Link): Step[] => [step({ delete: address })];

/** Whether an attribute is about being attached, or about what the attachment attaches to. */
const speaksOf = ({ path, text }: Attribute, page: PageSpec | undefined, listed: Listed): boolean => {
  if (page === undefined) return false;
  // Words of code are values: a status may be `Attaching`.
  const words = `${path.slice(1).join(' ').replaceAll('_', ' ')} ${text.replaceAll(/`[^`]*`/g, '')}`;
  if (/\b(?:attached|attachment|detached|detachment|mounted|mount point)\b/i.test(words)) return true;
  const own = referenceTo(listed, page);
  const others = page.arguments.filter((one) => one !== own && /_ids?$/.test(one.name));
  return others.some(({ name }) => (path[1] ?? '').includes(name.replace(/_ids?$/, '')));
};

/** The argument of a page that takes the id of what is listed. */
const referenceTo = ({ page, address }: Listed, link: PageSpec): Argument | undefined => {
  const types = [page.name, address.split('.')[0] ?? ''];
  return link.arguments.find(
    ({ name, path }) =>
      path.length === 1 && targetTypes(name, providerOf(page.name)).some((type) => types.includes(type)),
  );
};
