import type { List, RootContent } from 'mdast';
import { finding } from '../rules.ts';
import type { Argument, Attribute, Finding } from '../page-spec.ts';
import { placeOf } from '../place.ts';
import { readConstraints } from '../text/constraints.ts';
import { noFlags, readFlags } from '../text/flags.ts';
import { oneLine, plainText } from '../text/plain-text.ts';
import { readIdTemplate } from '../text/id-template.ts';
import { readBullet } from './bullets.ts';
import type { Bullet } from './bullets.ts';

/** One name of a section's lists, with the path that headings, paragraphs and indentation give it. */
interface Entry {
  readonly path: readonly string[];
  readonly bullet: Bullet;
  /** Values that the bullet's own list names, where that list is no list of members. */
  readonly values: readonly string[];
}

/** Arguments of a section, nested ones included, in the order of the page. */
export const readArguments = (
  nodes: readonly RootContent[],
): { arguments: Argument[]; findings: Finding[] } => {
  const { entries, findings } = readEntries(nodes);
  const seen = new Set<string>();
  const found = entries.map(({ path, bullet, values }): Argument => {
    const position = placeOf(bullet.item);
    const flags = bullet.flags === null ? noFlags() : readFlags(bullet.flags);
    const text = bullet.text;
    const argument = {
      name: bullet.name,
      path: [...path],
      flags,
      text,
      constraints: readConstraints(text, position, values),
      position,
    };
    findings.push(...flagFindings(argument));
    if (seen.has(path.join('.'))) {
      findings.push(finding('argument-duplicate', position, `${path.join('.')} is described twice.`));
    }
    seen.add(path.join('.'));
    return argument;
  });
  return { arguments: found, findings };
};

/** Attributes of a section, nested ones included. */
export const readAttributes = (
  nodes: readonly RootContent[],
): { attributes: Attribute[]; findings: Finding[] } => {
  const { entries, findings } = readEntries(nodes);
  const seen = new Set<string>();
  const attributes = entries.map(({ path, bullet }): Attribute => {
    const position = placeOf(bullet.item);
    if (seen.has(path.join('.'))) {
      findings.push(finding('attribute-duplicate', position, `${path.join('.')} is described twice.`));
    }
    seen.add(path.join('.'));
    return {
      name: bullet.name,
      path: [...path],
      text: bullet.text,
      format: readIdTemplate(bullet.text)?.template ?? null,
      flags: bullet.flags === null ? null : readFlags(bullet.flags),
      position,
    };
  });
  return { attributes, findings };
};

const flagFindings = ({ path, flags, constraints, position }: Argument): Finding[] => {
  const name = path.join('.');
  const isSettable = flags.deprecated === null && flags.removed === null && !flags.computed;
  return [
    ...(flags.required && flags.optional
      ? [finding('flags-contradictory', position, `${name} is both Required and Optional.`)]
      : []),
    ...(!flags.required && !flags.optional && isSettable
      ? [finding('flags-missing', position, `${name} is neither Required nor Optional.`)]
      : []),
    ...(flags.required && constraints.default !== null
      ? [
          finding(
            'required-with-default',
            position,
            `${name} is Required, and states the default ${constraints.default.value}.`,
          ),
        ]
      : []),
    ...flags.unknown.map((word) =>
      finding('flag-unknown', position, `"${word}" behind ${name} is not known.`),
    ),
  ];
};

const readEntries = (nodes: readonly RootContent[]): { entries: Entry[]; findings: Finding[] } => {
  const entries: Entry[] = [];
  const findings: Finding[] = [];
  let block: readonly string[] = [];
  for (const node of nodes) {
    if (node.type === 'heading') block = blockOfHeading(plainText(node)) ?? block;
    else if (node.type === 'paragraph') block = blockOfParagraph(plainText(node)) ?? block;
    else if (node.type === 'thematicBreak') block = [];
    else if (node.type === 'list') readList(node, block, entries, findings);
  }
  return { entries, findings };
};

const readList = (list: List, parent: readonly string[], entries: Entry[], findings: Finding[]): void => {
  for (const item of list.children) {
    const bullet = readBullet(item);
    if (bullet === undefined) {
      findings.push(
        finding(
          'bullet-unclassified',
          placeOf(item),
          `Not understood: ${oneLine(plainText(item)).slice(0, 80)}`,
        ),
      );
      continue;
    }
    const path = [...parent, bullet.name];
    const members = bullet.lists.filter((inner) => isMemberList(inner));
    const values = bullet.lists.filter((inner) => !members.includes(inner)).flatMap(valuesOf);
    entries.push({ path, bullet, values });
    for (const inner of members) readList(inner, path, entries, findings);
  }
};

/**
 * Members of a block have flags or a dash behind their name; values have a colon, a parenthesis or nothing
 * (EDGE-CASES: a strong signal on the real pages).
 */
const isMemberList = (list: List): boolean =>
  list.children.some((item) => {
    const bullet = readBullet(item);
    return (
      bullet !== undefined &&
      /`[^`]*`\s*[-–—(]/.test(plainText(item)) &&
      /^[a-z][a-z0-9_]*$/.test(bullet.name)
    );
  });

const valuesOf = (list: List): string[] =>
  list.children.flatMap((item) => {
    const text = oneLine(plainText(item));
    const value = /^(?:`([^`]+)`|\*\*([^*]+)\*\*|"([^"]+)"|([\w.:/-]+))\s*(?:[:：(-]|$)/.exec(text);
    return value === null ? [] : [value[1] ?? value[2] ?? value[3] ?? value[4] ?? ''];
  });

/** "`a-b-c`", "Block x", "`x`" → the path; undefined where the heading opens no block. */
const blockOfHeading = (text: string): readonly string[] | undefined => {
  const name =
    /^`([a-z][\w.-]*)`$/i.exec(text.trim())?.[1] ?? /^block\s+`?([a-z]\w*)`?$/i.exec(text.trim())?.[1];
  return name?.split(/[-.]/);
};

/** "The `x` block supports the following:"; "The following arguments are supported:" opens none. */
const blockOfParagraph = (text: string): readonly string[] | undefined => {
  const name =
    /^\W*(?:the|an?|each)\s+`?([a-z][a-z0-9_]*)`?\s+(?:(?:block|mapping|object|configuration)\s+)?(?:supports?|contains?)\b/i.exec(
      text.trim(),
    )?.[1];
  return name === undefined || name === 'following' ? undefined : [name];
};
