import { readFile } from 'node:fs/promises';
import { parsePage } from '../../docs-parser/index.ts';
import type { PageSpec } from '../../docs-parser/index.ts';

/** Parses the page at a path. */
export const parseFile = async (file: string): Promise<PageSpec> =>
  parsePage(await readFile(file, 'utf8'), { file });

/** A page with the given sections; what a test does not care about is as usual. */
export const pageWith = (
  sections: Readonly<Record<string, string>>,
  introduction = 'Makes a thing.',
): string =>
  [
    '---',
    'subcategory: "ECS"',
    'page_title: "Alicloud: alicloud_thing"',
    'description: |-',
    '  Makes a thing.',
    '---',
    '',
    '# alicloud_thing',
    '',
    introduction,
    '',
    ...Object.entries(sections).flatMap(([heading, body]) => [`## ${heading}`, '', body, '']),
  ].join('\n');

/** Parses such a page. */
export const parseSections = (
  sections: Readonly<Record<string, string>>,
  introduction?: string,
): Promise<PageSpec> => parsePage(pageWith(sections, introduction), { file: 'thing.html.markdown' });

/** The text of a page between two places. */
export const textAt = (
  source: string,
  { line, column, endLine, endColumn }: PageSpec['position'],
): string => {
  const lines = source.split('\n').slice(line - 1, endLine);
  const last = lines.length - 1;
  lines[last] = (lines[last] ?? '').slice(0, endColumn - 1);
  lines[0] = (lines[0] ?? '').slice(column - 1);
  return lines.join('\n');
};
