import { lintPages } from '../../lint/lint-pages.ts';
import type { LintFinding, LintOptions } from '../../lint/lint-pages.ts';
import { readLintedPage } from '../../lint/linted-page.ts';

/** Sections of a page that has no findings; a test replaces what it is about. */
const usual = {
  'Example Usage': [
    '```terraform',
    'resource "alicloud_disk" "default" {',
    '  disk_name = "example"',
    '  size      = 20',
    '}',
    '```',
  ].join('\n'),
  'Argument Reference': [
    'The following arguments are supported:',
    '',
    '* `disk_name` - (Optional) The name of the disk.',
    '* `size` - (Required, ForceNew) The size of the disk.',
  ].join('\n'),
  'Attributes Reference': [
    'The following attributes are exported:',
    '',
    '* `id` - The id of the disk.',
    '* `status` - The status of the disk.',
  ].join('\n'),
  Timeouts: '* `create` - (Defaults to 5 mins) Used when creating the disk.',
  Import: '```shell\n$ terraform import alicloud_disk.example <id>\n```',
} as const;

export type Sections = Partial<Record<keyof typeof usual, string | null>>;

/** What a page of a test says differently from the usual one. */
export interface PageParts {
  /** Null leaves a section out. Other headings follow the usual ones. */
  readonly sections?: Sections;
  readonly more?: Readonly<Record<string, string>>;
  readonly title?: string;
  readonly type?: string;
  readonly introduction?: string;
  readonly frontMatter?: string;
}

/** A page about alicloud_disk without findings, but for what a test replaces. */
export const pageOf = (parts: PageParts = {}): string => {
  const { type = 'alicloud_disk', title = `# ${type}`, sections = {}, more = {} } = parts;
  const { introduction = 'Provides a disk.\n\n-> **NOTE:** Available since v1.10.0.' } = parts;
  const frontMatter =
    parts.frontMatter ??
    `---\nsubcategory: "ECS"\npage_title: "Alicloud: ${type}"\ndescription: |-\n  Provides a disk.\n---`;
  const bodies = Object.entries({ ...usual, ...sections, ...more });
  return [
    frontMatter,
    title,
    introduction,
    ...bodies.flatMap(([heading, body]) => (body === null ? [] : [`## ${heading}`, body])),
    '',
  ]
    .filter((part, at) => !(at === 0 && part === ''))
    .join('\n\n');
};

/** A page with other arguments, one a line. */
export const withArguments = (...lines: string[]): string =>
  pageOf({ sections: { 'Argument Reference': lines.join('\n'), 'Example Usage': exampleOf('size = 20') } });

/** An example that sets these arguments of alicloud_disk. */
export const exampleOf = (...lines: string[]): string =>
  fence('resource "alicloud_disk" "default" {', ...lines.map((line) => `  ${line}`), '}');

/** Terraform code in its fence. */
export const fence = (...lines: string[]): string => ['```terraform', ...lines, '```'].join('\n');

/** A page with another example. */
export const withExample = (example: string): string => pageOf({ sections: { 'Example Usage': example } });

/** Lints texts as pages. @param pages texts by file name; the first is the one in question */
export const lintTexts = async (
  pages: Readonly<Record<string, string>>,
  options: LintOptions = {},
): Promise<LintFinding[]> => {
  const read = await Promise.all(Object.entries(pages).map(([file, source]) => readLintedPage(source, file)));
  return lintPages(read, options);
};
