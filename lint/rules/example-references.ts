import { addressOf } from '../../docs-parser/index.ts';
import type { Block } from '../../docs-parser/index.ts';
import type { Docs } from '../docs.ts';
import type { DescribedType } from '../described-type.ts';
import { graphsOf, isAbout, referencesIn, usesIn } from '../example-code.ts';
import type { Use } from '../example-code.ts';
import type { LintedPage } from '../linted-page.ts';
import { quotePage } from '../quote.ts';
import type { Found, LintRule } from '../rule.ts';

/** What Terraform itself gives every resource and data source. */
const always: ReadonlySet<string> = new Set(['id']);

/**
 * The first part of a reference's path that the page of its type does not list; undefined where it lists
 * all. Indexes, `*` and `count.index` are no names.
 */
const unknownPart = (described: DescribedType, path: readonly (string | number)[]): string | undefined => {
  const names = path.filter((part): part is string => typeof part === 'string' && /^[a-z]\w*$/i.test(part));
  for (const [depth, name] of names.entries()) {
    const to = names.slice(0, depth + 1);
    if (depth === 0 && always.has(name)) return undefined;
    if (described.argument(to) !== undefined || described.attribute(to) !== undefined) continue;
    // Below a map, or a list whose members the page does not describe, any name may stand.
    if (depth > 0 && !described.hasMembers(names.slice(0, depth))) return undefined;
    return described.hasMembers(to) ? undefined : to.join('.');
  }
  return undefined;
};

const unknownAttributes = (page: LintedPage, docs: Docs, isOwn: boolean): Found[] =>
  graphsOf(page.spec)
    .flatMap(usesIn)
    .flatMap(({ reference, position }: Use): Found[] => {
      const kind = reference.root === 'data' ? 'data' : 'resource';
      const type = reference.type ?? '';
      const described = docs.describe({ kind, type });
      if (described === undefined) return [];
      if (isAbout(page.spec, { kind, type }) !== isOwn || described.page.attributes.length === 0) return [];
      const unknown = unknownPart(described, reference.path);
      if (unknown === undefined) return [];
      return [
        {
          position,
          path: unknown,
          message: `The example reads ${unknown} of ${kind === 'data' ? 'data source ' : ''}${type}, which ${isOwn ? 'the page' : 'its page'} does not list.`,
          ...(isOwn
            ? {}
            : { other: quotePage(described.page, described.page.position, `# ${described.page.name}`) }),
        },
      ];
    });

const withoutPage = ({ spec }: LintedPage, docs: Docs): Found[] => {
  if (!docs.isComplete) return [];
  return graphsOf(spec)
    .flatMap(({ blocks }) => blocks)
    .filter((block) => docs.knowsProviderOf(block.type) && docs.describe(block) === undefined)
    .map((block) => ({
      position: block.position,
      message: `The example uses ${block.kind === 'data' ? 'the data source ' : ''}${block.type}, which has no page.`,
    }));
};

const withoutDefault = ({ spec }: LintedPage): Found[] =>
  graphsOf(spec)
    .flatMap(({ variables }) => variables)
    .filter((variable) => variable.default === null)
    .map(({ name, position }) => ({
      position,
      message: `The example's variable ${name} has no default.`,
    }));

const unusedVariables = ({ spec }: LintedPage): Found[] =>
  graphsOf(spec).flatMap((graph) => {
    const values = [
      ...graph.blocks.flatMap((block) => [...block.arguments, ...block.meta]),
      ...graph.locals,
      ...graph.outputs,
      ...graph.providers.flatMap((provider) => provider.arguments),
    ].map(({ value }) => value);
    const used = new Set(
      values
        .flatMap(referencesIn)
        .filter(({ root }) => root === 'var')
        .map(({ name }) => name),
    );
    // What could not be read may use it.
    const unread = JSON.stringify(values.filter((value) => JSON.stringify(value).includes('"source":')));
    return graph.variables
      .filter(({ name }) => !used.has(name) && !unread.includes(`var.${name}`))
      .map(({ name, position }) => ({
        position,
        message: `The example declares the variable ${name} and does not use it.`,
      }));
  });

const duplicateAddresses = ({ spec }: LintedPage): Found[] =>
  graphsOf(spec).flatMap(({ blocks }) => {
    const first = new Map<string, Block>();
    return blocks.flatMap((block) => {
      const address = addressOf(block);
      const earlier = first.get(address);
      if (earlier === undefined) {
        first.set(address, block);
        return [];
      }
      return [
        {
          position: block.position,
          message: `The example declares ${address} twice.`,
          other: quotePage(spec, earlier.position, address),
        },
      ];
    });
  });

const withoutOwnType = ({ spec }: LintedPage): Found[] => {
  const graphs = graphsOf(spec);
  const [first] = spec.examples;
  if (first === undefined || graphs.length === 0) return [];
  const blocks = graphs.flatMap((graph) => graph.blocks);
  return blocks.length === 0 || blocks.some((block) => isAbout(spec, block))
    ? []
    : [{ position: first.position, message: `No example of the page uses ${spec.name}.` }];
};

const vpc = (line: string): string => ['data "alicloud_vpcs" "default" {}', '', line].join('\n');

/** What examples refer to and declare. */
export const exampleReferenceRules: readonly LintRule[] = [
  {
    id: 'example-unknown-attribute',
    severity: 'warning',
    kind: 'examples',
    what: "The example reads an attribute of the page's own type that the page does not list.",
    why: 'Either the example does not work, or the Attributes Reference lacks the attribute.',
    example: vpc('output "first" {\n  value = data.alicloud_vpcs.default.networks.0.id\n}'),
    form: vpc('output "first" {\n  value = data.alicloud_vpcs.default.vpcs.0.id\n}'),
    check: (page, docs) => unknownAttributes(page, docs, true),
  },
  {
    id: 'foreign-unknown-attribute',
    severity: 'warning',
    kind: 'examples',
    what: 'The example reads an attribute of another type that the page of that type does not list.',
    why: 'Either the example does not work, or the other page lacks the attribute.',
    example: '(on the page of alicloud_vswitch)\nvpc_id = data.alicloud_vpcs.default.networks.0.id',
    form: 'vpc_id = data.alicloud_vpcs.default.vpcs.0.id',
    check: (page, docs) => unknownAttributes(page, docs, false),
  },
  {
    id: 'example-type-without-page',
    severity: 'warning',
    kind: 'examples',
    what: 'The example uses a type of the provider that has no page. Looked for with `complete` only.',
    why: 'The type is misspelt, or its page is missing.',
    example: 'data "alicloud_cen_vbr_health_chekcs" "default" {}',
    form: 'data "alicloud_cen_vbr_health_checks" "default" {}',
    check: withoutPage,
  },
  {
    id: 'example-variable-without-default',
    severity: 'info',
    kind: 'examples',
    what: 'A variable of the example has no default.',
    why: 'The example cannot be run as it stands.',
    example: 'variable "name" {}',
    form: 'variable "name" {\n  default = "terraform-example"\n}',
    check: withoutDefault,
  },
  {
    id: 'example-unused-variable',
    severity: 'info',
    kind: 'examples',
    what: 'The example declares a variable that nothing uses.',
    why: 'Readers look for what it is there for.',
    example: 'variable "name" {\n  default = "terraform-example"\n}\n\nresource "alicloud_vpc" "default" {}',
    form: 'variable "name" {\n  default = "terraform-example"\n}\n\nresource "alicloud_vpc" "default" {\n  vpc_name = var.name\n}',
    check: unusedVariables,
  },
  {
    id: 'example-duplicate-address',
    severity: 'error',
    kind: 'examples',
    what: 'The example declares two blocks of one type with one name.',
    why: 'Terraform refuses it.',
    example: 'resource "alicloud_vpc" "default" {}\n\nresource "alicloud_vpc" "default" {}',
    form: 'resource "alicloud_vpc" "default" {}\n\nresource "alicloud_vpc" "other" {}',
    check: duplicateAddresses,
  },
  {
    id: 'example-without-own-type',
    severity: 'warning',
    kind: 'examples',
    what: 'No example of the page uses the type that the page is about.',
    why: 'Readers do not see how it is used.',
    example: '# alicloud_vpc\n\n```terraform\ndata "alicloud_vpcs" "default" {}\n```',
    form: '# alicloud_vpc\n\n```terraform\nresource "alicloud_vpc" "default" {}\n```',
    check: withoutOwnType,
  },
];
