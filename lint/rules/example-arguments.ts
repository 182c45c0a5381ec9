import type { Argument, Block } from '../../docs-parser/index.ts';
import type { DescribedType } from '../described-type.ts';
import type { Docs } from '../docs.ts';
import { graphsOf, isAbout, writtenBy } from '../example-code.ts';
import type { Written } from '../example-code.ts';
import type { LintedPage } from '../linted-page.ts';
import { quotePage } from '../quote.ts';
import type { Found, LintRule } from '../rule.ts';

/** Blocks of a page's examples beside the pages of their types; only those whose page describes arguments. */
const describedBlocks = (
  page: LintedPage,
  docs: Docs,
  isOwn: boolean,
): { block: Block; described: DescribedType; written: Written }[] =>
  graphsOf(page.spec)
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => {
      const described = docs.describe(block);
      if (described?.describesArguments !== true) return [];
      return isAbout(page.spec, block) === isOwn
        ? [{ block, described, written: writtenBy(block, described) }]
        : [];
    });

const isDeprecated = ({ flags }: Argument): boolean => flags.deprecated !== null;

/** "alicloud_vpc" or "data source alicloud_vpcs" */
const named = ({ type, kind }: Block): string => (kind === 'data' ? `data source ${type}` : type);

const undocumented = (page: LintedPage, docs: Docs, isOwn: boolean): Found[] =>
  describedBlocks(page, docs, isOwn).flatMap(({ block, described, written }) =>
    written.settings
      // The parser itself reports what stands directly in a block of the page's own type.
      .filter(({ path }) => !isOwn || path.length > 1)
      .filter(({ path }) => !described.names(path.at(-1) ?? '') && path[0] !== 'timeouts')
      .map(({ path, position }) => ({
        position,
        path: path.join('.'),
        message: `The example sets ${path.join('.')} of ${named(block)}, which ${isOwn ? 'the page' : 'its page'} does not describe.`,
        ...(isOwn
          ? {}
          : { other: quotePage(described.page, described.page.position, `# ${described.page.name}`) }),
      })),
  );

const missing = (page: LintedPage, docs: Docs, isOwn: boolean): Found[] =>
  describedBlocks(page, docs, isOwn).flatMap(({ block, described, written }) =>
    written.blocks
      .filter(({ path }) => !isOwn || path.length > 0)
      .flatMap(({ path, names, position }) =>
        described
          .requiredIn(path)
          .filter(({ name }) => !names.has(name))
          .map((argument) => ({
            position,
            path: argument.path.join('.'),
            message: `The example leaves out ${argument.path.join('.')} of ${named(block)}, which is Required.`,
            other: quotePage(described.page, argument.position, argument.text),
          })),
      ),
  );

const deprecated = (page: LintedPage, docs: Docs, isOwn: boolean): Found[] =>
  describedBlocks(page, docs, isOwn).flatMap(({ block, described, written }) =>
    written.settings.flatMap(({ path, position }) => {
      const argument = described.argument(path);
      if (argument === undefined || !isDeprecated(argument)) return [];
      const instead =
        /`([a-z][a-z0-9_]*)` instead|(?:use|by|to) (?:field |argument |the )*`([a-z][a-z0-9_]*)`/i.exec(
          argument.text,
        );
      const name = instead?.[1] ?? instead?.[2];
      return [
        {
          position,
          path: path.join('.'),
          message: `The example sets ${path.join('.')} of ${named(block)}, which is Deprecated.`,
          other: quotePage(described.page, argument.position, argument.text),
          ...(name === undefined ? {} : { suggestion: `Set ${name} instead.` }),
        },
      ];
    }),
  );

const removed = (page: LintedPage, docs: Docs): Found[] =>
  [true, false].flatMap((isOwn) =>
    describedBlocks(page, docs, isOwn).flatMap(({ block, described, written }) =>
      written.settings.flatMap(({ path, position }) => {
        const argument = described.argument(path);
        if (argument === undefined || argument.flags.removed === null) return [];
        return [
          {
            position,
            path: path.join('.'),
            message: `The example sets ${path.join('.')} of ${named(block)}, which was Removed.`,
            other: quotePage(described.page, argument.position, argument.text),
          },
        ];
      }),
    ),
  );

/** What is nested in the example's block of the page's own type; the parser looks at what stands directly in it. */
export const nestedUndocumented = (page: LintedPage, docs: Docs): Found[] => undocumented(page, docs, true);

export const nestedMissing = (page: LintedPage, docs: Docs): Found[] => missing(page, docs, true);

const network = (line: string): string =>
  ['resource "alicloud_vpc" "default" {', `  ${line}`, '}'].join('\n');

/** What examples set and leave out, beside the page of each type that they use. */
export const exampleArgumentRules: readonly LintRule[] = [
  {
    id: 'foreign-undocumented-argument',
    severity: 'warning',
    kind: 'examples',
    what: 'The example sets an argument of another type that the page of that type does not describe.',
    why: 'Either the example is wrong, or the other page lacks the argument.',
    example: `(on the page of alicloud_vswitch)\n${network('vpc_title = "example"')}`,
    form: network('vpc_name = "example"'),
    check: (page, docs) => undocumented(page, docs, false),
  },
  {
    id: 'foreign-missing-required',
    severity: 'warning',
    kind: 'examples',
    what: 'The example leaves out an argument of another type that is Required on the page of that type.',
    why: 'Pasted as it is, the example does not work; or the other page is wrong.',
    example:
      '(on the page of alicloud_instance)\nresource "alicloud_vswitch" "default" {\n  cidr_block = "172.16.0.0/24"\n}',
    form: 'resource "alicloud_vswitch" "default" {\n  cidr_block = "172.16.0.0/24"\n  vpc_id     = alicloud_vpc.default.id\n}',
    check: (page, docs) => missing(page, docs, false),
  },
  {
    id: 'example-deprecated-argument',
    severity: 'warning',
    kind: 'examples',
    what: "The example sets an argument of the page's own type that is Deprecated.",
    why: 'Users copy the example, and get a warning of Terraform with it.',
    example: `${network('name = "example"')}\n\n* \`name\` - (Optional, Deprecated) Field \`name\` has been deprecated. Use \`vpc_name\` instead.`,
    form: network('vpc_name = "example"'),
    check: (page, docs) => deprecated(page, docs, true),
  },
  {
    id: 'foreign-deprecated-argument',
    severity: 'warning',
    kind: 'examples',
    what: 'The example sets an argument of another type that is Deprecated on the page of that type.',
    why: 'Users copy the example, and get a warning of Terraform with it.',
    example: `(on the page of alicloud_instance)\nresource "alicloud_security_group" "default" {\n  name = "example"\n}`,
    form: 'resource "alicloud_security_group" "default" {\n  security_group_name = "example"\n}',
    check: (page, docs) => deprecated(page, docs, false),
  },
  {
    id: 'example-removed-argument',
    severity: 'error',
    kind: 'examples',
    what: 'The example sets an argument that was Removed.',
    why: 'Terraform refuses the example.',
    example: `${network('router_table = "example"')}\n\n* \`router_table\` - (Removed since v1.200.0) It was removed.`,
    form: network('vpc_name = "example"'),
    check: removed,
  },
];
