import { splitSections } from '../../docs-parser/sections/split.ts';
import type { Section, SectionKind } from '../../docs-parser/sections/split.ts';
import { placeOf } from '../../docs-parser/place.ts';
import { plainText } from '../../docs-parser/text/plain-text.ts';
import type { LintedPage, PageHeading } from '../linted-page.ts';
import { nodesOf } from '../linted-page.ts';
import type { Found, LintRule } from '../rule.ts';

/** As GitHub and the registry make the anchor of a heading; repeated ones get a number. */
const slug = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');

const anchorsOf = (page: LintedPage): Set<string> => {
  const counts = new Map<string, number>();
  const anchors = page.headings.map(({ text }) => {
    const anchor = slug(text);
    const count = counts.get(anchor) ?? 0;
    counts.set(anchor, count + 1);
    return count === 0 ? anchor : `${anchor}-${count}`;
  });
  const named = nodesOf(page, 'html').flatMap(({ value }) =>
    [...value.matchAll(/<a\s[^>]*(?:id|name)="([^"]+)"/gi)].map((match) => match[1] ?? ''),
  );
  return new Set([...anchors, ...named]);
};

const linksTo = (page: LintedPage): { anchor: string; position: Found['position'] }[] =>
  nodesOf(page, 'link')
    .filter(({ url }) => url.startsWith('#') && url.length > 1)
    .map((link) => ({ anchor: link.url.slice(1), position: placeOf(link) }));

const brokenAnchors = (page: LintedPage): Found[] => {
  const anchors = anchorsOf(page);
  return linksTo(page)
    .filter(({ anchor }) => !anchors.has(anchor.toLowerCase()))
    .map(({ anchor, position }) => ({ position, message: `No heading has the anchor #${anchor}.` }));
};

/** Headings below the lists that open a block: "`a-b`", "Block x". */
const blockHeading = /^`[a-z][\w.-]*`$|^block\s+\S+$/i;

const blockHeadings = (page: LintedPage): PageHeading[] => {
  let isAmongLists = false;
  return page.headings.filter(({ depth, text }) => {
    if (depth <= 2 && !blockHeading.test(text)) isAmongLists = /^(arguments?|attributes?)\b/i.test(text);
    return isAmongLists && depth > 1 && blockHeading.test(text);
  });
};

const orphanBlocks = (page: LintedPage): Found[] => {
  const linked = new Set(linksTo(page).map(({ anchor }) => anchor.toLowerCase()));
  const mentioned = new Set(
    page.spec.arguments.flatMap(({ text }) =>
      [...text.matchAll(/\bblock\s+`?([a-z]\w*)`?/gi)].map((match) => (match[1] ?? '').toLowerCase()),
    ),
  );
  return blockHeadings(page)
    .filter(({ text }) => {
      const name = /^block\s+`?(\S+?)`?$/i.exec(text)?.[1]?.toLowerCase();
      return !linked.has(slug(text)) && (name === undefined || !mentioned.has(name));
    })
    .map(({ text, position }) => ({
      position,
      message: `No argument's text links to the block ${text.replaceAll('`', '')}.`,
    }));
};

const parentlessBlocks = (page: LintedPage): Found[] => {
  const names = new Set([...page.spec.arguments, ...page.spec.attributes].map(({ path }) => path.join('-')));
  const linked = new Set(linksTo(page).map(({ anchor }) => anchor.toLowerCase()));
  return blockHeadings(page).flatMap(({ text, position }) => {
    const path = /^`([a-z][\w-]*)`$/i.exec(text)?.[1];
    if (path === undefined || !path.includes('-') || linked.has(slug(text))) return [];
    const parent = path.split('-').slice(0, -1).join('-');
    return names.has(parent)
      ? []
      : [{ position, message: `The block ${path} stands in no block that the page describes.` }];
  });
};

const sectionsOf = (page: LintedPage): Section[] => splitSections(page.tree);

const wrongHeading = (page: LintedPage): Found[] =>
  sectionsOf(page)
    .filter(
      ({ kind, heading, title }) => kind === 'attributes' && heading !== null && /^argument/i.test(title),
    )
    .map(({ heading, title }) => {
      const position = placeOf(heading);
      const start = page.offsetOf(position.line, position.column);
      const end = page.offsetOf(position.endLine, position.endColumn);
      return {
        position,
        message: `"${title}" stands over the attributes.`,
        fix: {
          start,
          end,
          text: page.text.slice(start, end).replace(/Arguments? Reference/i, 'Attributes Reference'),
        },
      };
    });

const saysExported = (page: LintedPage): Found[] =>
  sectionsOf(page)
    .filter(({ kind }) => kind === 'arguments')
    .flatMap(({ nodes }) => {
      const intro = nodes.find((node) => node.type === 'paragraph');
      return intro !== undefined && /attributes are exported|are exported in addition/i.test(plainText(intro))
        ? [{ position: placeOf(intro), message: 'The arguments are introduced as exported attributes.' }]
        : [];
    });

const repeated = (page: LintedPage): Found[] => {
  const seen = new Set<SectionKind>();
  return sectionsOf(page).flatMap(({ kind, heading, title }) => {
    if (heading === null || kind === 'other' || kind === 'introduction') return [];
    if (!seen.has(kind)) {
      seen.add(kind);
      return [];
    }
    return [{ position: placeOf(heading), message: `The page has "${title}" a second time.` }];
  });
};

const usualOrder: readonly SectionKind[] = ['example', 'arguments', 'attributes', 'timeouts', 'import'];

const order = (page: LintedPage): Found[] => {
  let highest = -1;
  return sectionsOf(page).flatMap(({ kind, heading, title }) => {
    const at = usualOrder.indexOf(kind);
    if (heading === null || at === -1) return [];
    if (at >= highest) {
      highest = at;
      return [];
    }
    return [
      {
        position: placeOf(heading),
        message: `"${title}" stands behind a section that usually follows it.`,
      },
    ];
  });
};

const missing = (page: LintedPage): Found[] => {
  const kinds = new Set(sectionsOf(page).map(({ kind }) => kind));
  if (!kinds.has('example') && !kinds.has('arguments') && !kinds.has('attributes')) return [];
  const expected: readonly [SectionKind, string][] = page.isResource
    ? [
        ['attributes', 'Attributes Reference'],
        ['import', 'Import'],
      ]
    : [['attributes', 'Attributes Reference']];
  return expected
    .filter(([kind]) => !kinds.has(kind))
    .map(([, title]) => ({ position: page.spec.position, message: `The page has no section "${title}".` }));
};

/** Rules about headings, sections and the links between them. */
export const structureRules: readonly LintRule[] = [
  {
    id: 'broken-anchor',
    severity: 'warning',
    kind: 'headings',
    what: 'A link points at a heading that the page does not have.',
    why: 'Readers click it and stay where they are.',
    example: '* `disks` - (Optional) See [`disks`](#data_disks) below.\n\n### `disks`',
    form: '* `disks` - (Optional) See [`disks`](#disks) below.\n\n### `disks`',
    check: brokenAnchors,
  },
  {
    id: 'orphan-block',
    severity: 'info',
    kind: 'headings',
    what: "No argument's text links to the heading of a block.",
    why: 'Readers of the argument do not find what stands in it.',
    example: '* `disks` - (Optional) The disks.\n\n### `disks`',
    form: '* `disks` - (Optional) The disks. See [`disks`](#disks) below.\n\n### `disks`',
    check: orphanBlocks,
  },
  {
    id: 'block-without-parent',
    severity: 'warning',
    kind: 'headings',
    what: 'The heading of a nested block names a parent that the page does not describe.',
    why: 'Users cannot tell where the block goes.',
    example: '* `disks` - (Optional) The disks.\n\n### `volumes-tags`',
    form: '* `disks` - (Optional) The disks.\n\n### `disks-tags`',
    check: parentlessBlocks,
  },
  {
    id: 'attributes-under-argument-heading',
    isFixable: true,
    severity: 'warning',
    kind: 'headings',
    what: 'The attributes stand under the heading "Argument Reference".',
    why: 'The anchor of the arguments leads there, and tools take attributes for arguments.',
    example: '## Argument Reference\n\nThe following attributes are exported:',
    form: '## Attributes Reference\n\nThe following attributes are exported:',
    check: wrongHeading,
  },
  {
    id: 'arguments-said-to-be-exported',
    severity: 'warning',
    kind: 'headings',
    what: 'The arguments are introduced as attributes that are exported.',
    why: 'Readers take what they can set for what they get.',
    example: '## Argument Reference\n\nThe following attributes are exported:\n\n## Attributes Reference',
    form: '## Argument Reference\n\nThe following arguments are supported:\n\n## Attributes Reference',
    check: saysExported,
  },
  {
    id: 'section-repeated',
    severity: 'warning',
    kind: 'headings',
    what: 'A page has a section twice.',
    why: 'Readers who follow the first heading miss the second.',
    example: '## Timeouts\n\n## Import\n\n## Timeouts',
    form: '## Timeouts\n\n## Import',
    check: repeated,
  },
  {
    id: 'section-order',
    severity: 'info',
    kind: 'headings',
    what: 'The sections stand in another order than on most pages.',
    why: 'Readers who know the other pages look in the wrong place.',
    example: '## Argument Reference\n\n## Timeouts\n\n## Attributes Reference',
    form: '## Argument Reference\n\n## Attributes Reference\n\n## Timeouts',
    check: order,
  },
  {
    id: 'section-missing',
    severity: 'info',
    kind: 'headings',
    what: 'The page lacks the section for attributes, or a resource that for import.',
    why: 'Readers cannot tell whether there are none, or whether nobody wrote them down.',
    example: '## Example Usage\n\n## Argument Reference',
    form: '## Example Usage\n\n## Argument Reference\n\n## Attributes Reference\n\n## Import',
    check: missing,
  },
];
