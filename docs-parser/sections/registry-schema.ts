import type { List, ListItem, RootContent } from 'mdast';
import type { Argument, Attribute, Finding, Flags, Timeout } from '../page-spec.ts';
import { readConstraints } from '../text/constraints/read-constraints.ts';
import { noFlags } from '../text/flags.ts';
import { readIdTemplate } from '../text/id-template.ts';
import { plainText } from '../text/plain-text.ts';
import { readRegistryFlags } from '../text/registry-flags.ts';
import type { Bullet } from './bullets.ts';
import { readBullet } from './bullets.ts';
import { unclassifiedWithin } from './entries.ts';
import { timeoutOf } from './timeouts.ts';
import { itemTexts, listText, valuesIn } from './value-lists.ts';

export interface RegistrySchema {
  readonly arguments: Argument[];
  readonly attributes: Attribute[];
  readonly timeouts: Timeout[];
  readonly findings: Finding[];
}

type Mode = 'required' | 'optional' | 'read-only';

/** "### Required", "Optional:", "Read-Only", "### Write-Only": what the names below it are. */
const modes: readonly (readonly [RegExp, Mode])[] = [
  [/^required:?$/i, 'required'],
  [/^(?:optional|write-only):?$/i, 'optional'],
  [/^read-?only:?$/i, 'read-only'],
];

/**
 * The `## Schema` section that tfplugindocs writes and the Terraform registry shows: names by how they are set, and
 * each block's names under a heading "Nested Schema for `a.b`"
 * (https://github.com/hashicorp/terraform-plugin-docs, schemamd/render.go).
 */
export const readRegistrySchema = (nodes: readonly RootContent[]): RegistrySchema => {
  const schema: RegistrySchema = { arguments: [], attributes: [], timeouts: [], findings: [] };
  let block: readonly string[] = [];
  let mode: Mode | undefined;
  for (const node of nodes) {
    if (node.type === 'heading' || node.type === 'paragraph') {
      const text = plainText(node)
        .replace(/<[^>]*>/g, '')
        .trim();
      const nested = /^nested schema for `([\w.]+)`/i.exec(text)?.[1];
      const found = modes.find(([pattern]) => pattern.test(text))?.[1];
      if (nested !== undefined) block = nested.split('.');
      if (nested !== undefined || found !== undefined) mode = found;
    } else if (node.type === 'list') readList(node, block, mode, schema);
  }
  return schema;
};

const readList = (
  list: List,
  block: readonly string[],
  mode: Mode | undefined,
  schema: RegistrySchema,
): void => {
  for (const { item, bullet } of withOwnLists(list)) {
    if (bullet === undefined) schema.findings.push(...unclassifiedWithin(item));
    else if (block.length === 1 && block[0] === 'timeouts') {
      const timeout = timeoutOf(bullet);
      if (timeout !== null) schema.timeouts.push(timeout);
    } else if (mode === 'read-only') schema.attributes.push(attributeOf(bullet, block));
    // A mode that is missing makes an argument whose flags are missing.
    else schema.arguments.push(argumentOf(bullet, block, mode));
  }
};

/**
 * The items with what they describe. Each name has its type behind it; where a description has a list of its own, the
 * generator does not indent it, and its items stand among the names.
 */
const withOwnLists = (list: List): { item: ListItem; bullet: Bullet | undefined }[] => {
  const found: { item: ListItem; bullet: Bullet | undefined; own: ListItem[] }[] = [];
  for (const item of list.children) {
    const bullet = readBullet(item);
    const last = found.at(-1);
    const isOwn = bullet === undefined || bullet.flags === null;
    if (isOwn && last?.bullet !== undefined && last.bullet.flags !== null) last.own.push(item);
    else found.push({ item, bullet, own: [] });
  }
  return found.map(({ item, bullet, own }) => ({
    item,
    bullet:
      bullet === undefined || own.length === 0
        ? bullet
        : { ...bullet, lists: [...bullet.lists, { type: 'list', ordered: false, children: own }] },
  }));
};

const textOf = ({ text, lists }: Bullet): string =>
  [text, ...lists.map((list) => listText(list))].filter((part) => part !== '').join('\n');

const flagsOf = ({ flags }: Bullet): Flags => (flags === null ? noFlags() : readRegistryFlags(flags));

const argumentOf = (bullet: Bullet, block: readonly string[], mode: Mode | undefined): Argument => {
  const { name, parents, position, wording, intro, lists } = bullet;
  return {
    name,
    path: [...block, ...parents, name],
    flags: { ...flagsOf(bullet), required: mode === 'required', optional: mode === 'optional' },
    text: textOf(bullet),
    constraints: readConstraints(
      {
        name,
        text: wording,
        values: lists.flatMap((list) => valuesIn(list, intro)),
        items: lists.flatMap(itemTexts),
      },
      position,
    ),
    position,
  };
};

const attributeOf = (bullet: Bullet, block: readonly string[]): Attribute => ({
  name: bullet.name,
  path: [...block, ...bullet.parents, bullet.name],
  text: textOf(bullet),
  format: readIdTemplate(bullet.text)?.template ?? null,
  flags: { ...flagsOf(bullet), computed: true },
  position: bullet.position,
});
