import path from 'node:path';
import type { Heading, Root } from 'mdast';
import type { Finding, PageSpec } from '../page-spec.ts';
import type { Position } from '../position.ts';
import { placeOf } from '../place.ts';
import { finding } from '../rules.ts';
import { plainText } from '../text/plain-text.ts';
import type { FrontMatter } from './front-matter.ts';

export interface Title {
  readonly name: string;
  readonly kind: PageSpec['kind'];
  readonly position: Position;
}

const typeName = /\b([a-z][a-z0-9]*_[a-z0-9_]+)\b/;

/** What the page is about, from its h1, its front matter and its file name. */
export const readTitle = (
  root: Root,
  frontMatter: FrontMatter,
  file: string,
  text: string,
): { title: Title; findings: Finding[] } => {
  const heading = root.children.find((node): node is Heading => node.type === 'heading' && node.depth === 1);
  const position = placeOf(heading);
  const fromHeading = heading === undefined ? undefined : typeName.exec(plainText(heading))?.[1];
  const fromMatter = typeName.exec(frontMatter.pageTitle ?? '')?.[1];
  const stem = path.basename(file).split('.')[0] ?? '';
  const findings = fromHeading === undefined ? [finding('page-no-title', position)] : [];
  // Headings are mistyped now and then; front matter and file name together outweigh one.
  const isOutvoted =
    fromMatter !== undefined && fromMatter !== fromHeading && fromMatter.endsWith(`_${stem}`);
  const name = (isOutvoted ? fromMatter : fromHeading) ?? fromMatter ?? stem;
  if (fromMatter !== undefined && fromHeading !== undefined && fromMatter !== fromHeading) {
    findings.push(
      finding('title-mismatch', position, `The heading says ${fromHeading}, the front matter ${fromMatter}.`),
    );
  } else if (stem.length > 2 && /\.(html\.)?(markdown|md)$/.test(file) && !name.endsWith(stem)) {
    findings.push(
      finding('title-mismatch', position, `The heading says ${name}, the file is named ${stem}.`),
    );
  }
  return {
    title: {
      name,
      kind: kindOf(frontMatter, file, text, heading === undefined ? '' : plainText(heading)),
      position,
    },
    findings,
  };
};

const kindOf = (
  { sidebar, summary }: FrontMatter,
  file: string,
  text: string,
  heading: string,
): PageSpec['kind'] =>
  /\bdata source\b/i.test(heading) ||
  /datasource/.test(sidebar ?? '') ||
  /(^|\/)(d|data-sources)\/[^/]+$/.test(file) ||
  /\bthis data source\b/i.test(`${summary ?? ''} ${text}`)
    ? 'data-source'
    : 'resource';
