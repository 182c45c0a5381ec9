import type { ListItem } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { remark } from 'remark';
import remarkFrontmatter from 'remark-frontmatter';
import { visit } from 'unist-util-visit';
import type { PageSpec } from '../../docs-parser/index.ts';

const bare = (text: string): string => text.replace(/[\s`\\]+/g, '');

/**
 * Where each list item of a page went: an argument, attribute, timeout or finding on its line, or words of a
 * text (a value, a remark).
 */
export const accountOf = (
  source: string,
  page: PageSpec,
): { all: number; unclassified: number; vanished: string[] } => {
  const described = new Set(
    [...page.arguments, ...page.attributes, ...page.timeouts].map(({ position }) => position.line),
  );
  const left = new Set(
    page.findings.filter(({ rule }) => rule === 'bullet-unclassified').map(({ position }) => position.line),
  );
  const texts = [...page.arguments, ...page.attributes, ...page.notes, ...page.description]
    .map(({ text }) => bare(text))
    .join('\n');
  const account = { all: 0, unclassified: 0, vanished: [] as string[] };
  visit(remark().use(remarkFrontmatter, ['yaml']).parse(source), 'listItem', (item: ListItem) => {
    const line = item.position?.start.line ?? 0;
    const words = toString(item.children[0] ?? item);
    account.all += 1;
    if (left.has(line)) account.unclassified += 1;
    else if (!described.has(line) && !texts.includes(bare(words)))
      account.vanished.push(`${line}: ${words.slice(0, 80)}`);
  });
  return account;
};
