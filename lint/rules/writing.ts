import { placeOf } from '../../docs-parser/place.ts';
import type { LintedPage } from '../linted-page.ts';
import { nodesOf } from '../linted-page.ts';
import type { Found, LintRule } from '../rule.ts';

/** Lines outside of fences and front matter, with their numbers. */
const proseLines = (page: LintedPage): { number: number; text: string }[] => {
  const code = new Set<number>();
  for (const node of [...nodesOf(page, 'code'), ...nodesOf(page, 'yaml')]) {
    const { line, endLine } = placeOf(node);
    for (let at = line; at <= endLine; at++) code.add(at);
  }
  return page.lines.flatMap((text, at) => (code.has(at + 1) ? [] : [{ number: at + 1, text }]));
};

const escapedUnderscores = (page: LintedPage): Found[] =>
  proseLines(page).flatMap(({ number, text }) => {
    // In code a backslash is a backslash. Within a word an underscore never begins emphasis (CommonMark, rule 2).
    const withoutCode = text.replace(/(`+)[^`]*\1/g, (code) => ' '.repeat(code.length));
    return [...withoutCode.matchAll(/[A-Za-z0-9]+(?:\\?_[A-Za-z0-9]+)+/g)]
      .filter(([word]) => word.includes('\\'))
      .map(({ index, 0: word }) => {
        const start = page.offsetOf(number, index + 1);
        return {
          position: page.within(number, index + 1, index + 1 + word.length),
          message: `The underscores in ${word} are escaped, and need not be.`,
          fix: { start, end: start + word.length, text: word.replaceAll('\\', '') },
        };
      });
  });

const arrowNote = /^\s*(?:->|~>|!>)\s/;
const rightNote = /^\s*(?:->|~>|!>) \*\*[A-Za-z][A-Za-z ]*(?::\*\*|\*\*)/;

const malformedNotes = (page: LintedPage): Found[] =>
  proseLines(page)
    .filter(({ text }) => {
      const isNote = /^\s*(?:->|~>|!>)\s*\**\s*(?:NOTE|WARNING|DEPRECAT|Note|Warning)/.test(text);
      const isWrong = isNote && !(arrowNote.test(text) && rightNote.test(text));
      return isWrong || /\*\*\s*NOTE\s+:\s*\*\*/.test(text);
    })
    .map(({ number, text }) => ({
      position: page.within(number, 1, text.length + 1),
      message: `The note is not written "-> **NOTE:** …": ${text.trim().slice(0, 40)}`,
    }));

/** Elements that pages do use; everything else in angle brackets is a word that nobody will see. */
const realElements =
  /^<\/?(?:a|abbr|b|big|blockquote|br|center|code|dd|del|details|div|dl|dt|em|font|h[1-6]|hr|i|img|ins|kbd|li|ol|p|pre|s|small|span|strong|sub|summary|sup|table|tbody|td|th|thead|tr|u|ul)\b[^>]*>$/i;

const pseudoHtml = (page: LintedPage): Found[] =>
  nodesOf(page, 'html').flatMap((node) => {
    const first = /^<[^!?][^>]*>/.exec(node.value)?.[0];
    return first === undefined || realElements.test(first)
      ? []
      : [
          {
            position: placeOf(node),
            message: `${first} is taken for HTML and does not show. Write it in backticks.`,
          },
        ];
  });

const bulletGap = (page: LintedPage): Found[] =>
  page.spec.arguments.flatMap(({ position, path }) => {
    const line = page.line(position.line);
    const match = /^(\s*[-*+]\s+`[^`]+`)(\s*-\s*|\s+)(?=\()/.exec(line);
    if (match?.[1] === undefined || match[2] === undefined || match[2] === ' - ') return [];
    const start = page.offsetOf(position.line, match[1].length + 1);
    return [
      {
        position: page.within(position.line, match[1].length + 1, match[0].length + 1),
        path: path.join('.'),
        message: `${path.join('.')} and its flags are not separated by " - ".`,
        fix: { start, end: start + match[2].length, text: ' - ' },
      },
    ];
  });

const availabilityMissing = ({ spec }: LintedPage): Found[] =>
  spec.availableSince === null && spec.attributes.length + spec.arguments.length > 0
    ? [
        {
          position: spec.position,
          message: 'The page does not say since which version of the provider it is available.',
        },
      ]
    : [];

const subcategoryMissing = ({ spec }: LintedPage): Found[] =>
  spec.pageTitle !== null && (spec.subcategory ?? '').trim() === ''
    ? [
        {
          position: { line: 1, column: 1, endLine: 1, endColumn: 4 },
          message: 'The front matter names no subcategory.',
        },
      ]
    : [];

/** Rules about how a page is written. */
export const writingRules: readonly LintRule[] = [
  {
    id: 'escaped-underscore',
    isFixable: true,
    severity: 'info',
    kind: 'rendering',
    what: 'An underscore inside a word is escaped.',
    why: 'Searches for the name do not find it in the source.',
    example: '# alicloud\\_disk\\_attachment',
    form: '# alicloud_disk_attachment',
    check: escapedUnderscores,
  },
  {
    id: 'note-malformed',
    severity: 'warning',
    kind: 'rendering',
    what: 'A note is not written in the form that the registry renders as a box.',
    why: 'Readers see the arrow and the stars instead of a note.',
    example: '-> **NOTE: Available since v1.68.0.',
    form: '-> **NOTE:** Available since v1.68.0.',
    check: malformedNotes,
  },
  {
    id: 'pseudo-html',
    severity: 'warning',
    kind: 'rendering',
    what: 'Words in angle brackets are taken for HTML.',
    why: 'They do not show on the rendered page.',
    example: '* `target_minor_version` - (Optional) The form is <Minor engine version>.',
    form: '* `target_minor_version` - (Optional) The form is `<Minor engine version>`.',
    check: pseudoHtml,
  },
  {
    id: 'bullet-separator',
    isFixable: true,
    severity: 'info',
    kind: 'rendering',
    what: 'A name and its flags are not separated by a dash between spaces.',
    why: 'Tools that read the usual form miss the argument.',
    example: '* `size`- (Required) The size of the disk.',
    form: '* `size` - (Required) The size of the disk.',
    check: bulletGap,
  },
  {
    id: 'availability-missing',
    severity: 'info',
    kind: 'page',
    what: 'The page does not say since which version of the provider it is available.',
    why: 'Users of an older version find out by an error.',
    example: '# alicloud_disk\n\nProvides a disk.',
    form: '# alicloud_disk\n\nProvides a disk.\n\n-> **NOTE:** Available since v1.10.0.',
    check: availabilityMissing,
  },
  {
    id: 'subcategory-missing',
    severity: 'warning',
    kind: 'page',
    what: 'The front matter names no subcategory.',
    why: 'The registry lists the page outside of its product.',
    example: '---\npage_title: "Alicloud: alicloud_disk"\n---',
    form: '---\nsubcategory: "ECS"\npage_title: "Alicloud: alicloud_disk"\n---',
    check: subcategoryMissing,
  },
];
