import type { Nodes, Paragraph, RootContent } from 'mdast';
import type { Note, Statement } from '../page-spec.ts';
import type { Places } from '../place.ts';
import { oneLine, plainText } from '../text/plain-text.ts';
import { textOfSource } from '../text/raw-text.ts';
import { readBullet } from './bullets.ts';
import type { Section } from './split.ts';

const arrow = /^\s*(?:[-~]>|!>)\s*(?:\*\*)?\s*([A-Za-z ]{3,30}?)\s*(?:\*\*)?\s*[:：]\s*(?:\*\*)?\s*/;

/** Section names as notes carry them. */
const sectionNames = {
  introduction: 'introduction',
  example: 'example',
  arguments: 'arguments',
  attributes: 'attributes',
  schema: 'arguments',
  timeouts: 'timeouts',
  import: 'import',
  other: 'other',
} as const;

/** Every "-> **NOTE:** …" of a section, those inside list items and lazy continuations included. */
export const readNotes = (section: Section, source: string, places: Places): Note[] => {
  const notes: Note[] = [];
  const visit = (node: Nodes, argument: string[] | null): void => {
    if (node.type === 'paragraph')
      notes.push(...notesOf(node, sectionNames[section.kind], argument, source, places));
    else if (node.type === 'listItem') {
      const bullet = readBullet(node);
      for (const child of node.children)
        visit(child, bullet === undefined ? argument : [...(argument ?? []), ...bullet.parents, bullet.name]);
    } else if ('children' in node) for (const child of node.children) visit(child, argument);
  };
  for (const node of section.nodes) visit(node, null);
  return notes;
};

const notesOf = (
  paragraph: Paragraph,
  section: string,
  argument: string[] | null,
  source: string,
  places: Places,
): Note[] => {
  const from = paragraph.position?.start.offset ?? 0;
  const raw = source.slice(from, paragraph.position?.end.offset ?? from);
  if (!raw.includes('>')) return [];
  const starts = [...raw.matchAll(/^[ \t]*(?:[-~]>|!>)/gm)].map((match) => match.index);
  return starts.flatMap((start, at) => {
    const end = starts[at + 1] ?? raw.length;
    const text = raw.slice(start, end);
    const label = arrow.exec(text);
    const indent = /^\s*/.exec(text)?.[0].length ?? 0;
    return [
      {
        label: (label?.[1] ?? 'NOTE').trim().toUpperCase(),
        text: oneLine(textOfSource(text.slice(label?.[0].length ?? indent + 2))),
        section,
        argument,
        position: places.between(from + start + indent, from + start + text.trimEnd().length),
      },
    ];
  });
};

const isNote = (node: Paragraph): boolean => /^\s*(?:[-~]>|!>)/.test(plainText(node));

/** The introduction, sentence by sentence, notes left out. */
export const readDescription = (nodes: readonly RootContent[], source: string, places: Places): Statement[] =>
  nodes.flatMap((node) => paragraphsIn(node).flatMap((paragraph) => sentencesOf(paragraph, source, places)));

/** A list in the introduction states as much as its paragraphs do. */
const paragraphsIn = (node: Nodes): Paragraph[] => {
  if (node.type === 'paragraph') return isNote(node) ? [] : [node];
  return node.type === 'list' || node.type === 'listItem'
    ? node.children.flatMap((child) => paragraphsIn(child))
    : [];
};

const sentencesOf = (paragraph: Paragraph, source: string, places: Places): Statement[] => {
  const from = paragraph.position?.start.offset ?? 0;
  const raw = source.slice(from, paragraph.position?.end.offset ?? from);
  const statements: Statement[] = [];
  // A sentence ends at a full stop before a space and a capital letter, or at the end; a lazy note ends it too.
  const body = raw.split(/^[ \t]*(?:[-~]>|!>)/m)[0] ?? '';
  for (const match of body.matchAll(/\S[\s\S]*?(?:[.!?](?=\s+[A-Z"'`[]|\s*$)|$)/g)) {
    const text = oneLine(textOfSource(match[0]));
    const end = from + match.index + match[0].trimEnd().length;
    if (text !== '')
      statements.push({
        text,
        position: places.between(from + match.index, end),
      });
  }
  return statements;
};
