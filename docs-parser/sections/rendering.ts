import type { RootContent } from 'mdast';
import type { Finding } from '../page-spec.ts';
import type { Places } from '../place.ts';
import { placeOf } from '../place.ts';
import { finding } from '../rules.ts';
import type { Section } from './split.ts';

/** Headings of sections that promise nothing (GRAMMAR.md, section 1). */
const prose = /^(?:module support|(?:important )?notes?|notices?)$/i;

/** Slips of headings and of the tool that rendered the page. */
export const renderingFindings = (
  sections: readonly Section[],
  source: string,
  places: Places,
): Finding[] => [
  ...sections.flatMap(({ heading, title, kind, shouldRead }) => {
    if (heading === null) return [];
    if (shouldRead !== null) {
      return [finding('heading-misspelt', placeOf(heading), `"${title}" should read "${shouldRead}".`)];
    }
    return kind === 'other' && !prose.test(title)
      ? [finding('heading-unknown', placeOf(heading), `"${title}" is none of the usual sections.`)]
      : [];
  }),
  ...[...source.matchAll(/<!--[\s\S]{0,400}?-->/g)]
    .filter(([comment]) => /cache-key|generated|converter|do not edit/i.test(comment))
    .map((match) => finding('generated-marker', places.between(match.index, match.index + match[0].length))),
  ...sections.flatMap(({ nodes }) => nodes.flatMap((node) => indentedLine(node))),
];

/** A paragraph that begins behind the first column; four spaces more, and it would be code. */
const indentedLine = (node: RootContent): Finding[] =>
  node.type === 'paragraph' && (node.position?.start.column ?? 1) > 1
    ? [finding('indented-line', placeOf(node))]
    : [];
