import type { Argument, Expression } from '../../docs-parser/index.ts';
import { nodesOf } from '../linted-page.ts';
import type { Docs } from '../docs.ts';
import { graphsOf, writtenBy } from '../example-code.ts';
import type { Setting } from '../example-code.ts';
import type { LintedPage } from '../linted-page.ts';
import { quotePage } from '../quote.ts';
import type { Found, LintRule } from '../rule.ts';

/** What every block of the examples sets, with the argument that describes it. */
const described = (page: LintedPage, docs: Docs): (Setting & { argument: Argument; found: Found })[] =>
  graphsOf(page.spec)
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => {
      const type = docs.describe(block);
      if (type === undefined) return [];
      return writtenBy(block, type).settings.flatMap((setting) => {
        const argument = type.argument(setting.path);
        if (argument === undefined) return [];
        const found: Found = {
          position: setting.position,
          path: setting.path.join('.'),
          message: `${setting.path.join('.')} of ${block.type}`,
          other: quotePage(type.page, argument.position, argument.text),
        };
        return [{ ...setting, argument, found }];
      });
    });

const literal = (value: Expression): string | undefined =>
  value.kind === 'literal' && value.value !== null ? String(value.value) : undefined;

const notValid = (page: LintedPage, docs: Docs): Found[] =>
  described(page, docs).flatMap(({ value, argument, found }) => {
    const set = literal(value);
    const values = argument.constraints.validValues?.values ?? [];
    // A single value may be an example of the form, and a wildcard or a range stands for many.
    if (set === undefined || set === '' || values.length < 2 || values.some((one) => !/^[\w.-]+$/.test(one)))
      return [];
    const isKnown = values.some((one) => one.toLowerCase() === set.toLowerCase());
    return isKnown
      ? []
      : [
          {
            ...found,
            message: `The example sets ${found.message} to ${set}, which is none of its valid values.`,
          },
        ];
  });

const outOfRange = (page: LintedPage, docs: Docs): Found[] =>
  described(page, docs).flatMap(({ value, argument, found }) => {
    const { range } = argument.constraints;
    const set = literal(value);
    if (range === null || set === undefined || !/^-?\d+(\.\d+)?$/.test(set)) return [];
    if (argument.constraints.validValues !== null || argument.constraints.maxItems !== null) return [];
    const number = Number(set);
    const isOutside =
      (range.min !== null && number < range.min) || (range.max !== null && number > range.max);
    return isOutside
      ? [{ ...found, message: `The example sets ${found.message} to ${set}, which is out of its range.` }]
      : [];
  });

/** Texts that stand for something that the reader has to fill in. */
const placeholder =
  /^(?:your[-_ ].*|<[^>]+>|[a-z]{1,4}-x{3,}\w*|\*{3,}|x{4,}|[a-z-]*\*{3,}[\w*]*|todo|changeme)$/i;

const literalsIn = (value: Expression): string[] => {
  switch (value.kind) {
    case 'literal':
      return typeof value.value === 'string' ? [value.value] : [];
    case 'list':
      return value.items.flatMap(literalsIn);
    case 'object':
      return value.entries.flatMap((entry) => literalsIn(entry.value));
    default:
      return [];
  }
};

const placeholders = ({ spec }: LintedPage): Found[] =>
  graphsOf(spec)
    .flatMap((graph) => [
      ...graph.blocks.flatMap((block) => block.arguments),
      ...graph.variables.flatMap(({ name, default: value, position }) =>
        value === null ? [] : [{ name, value, position }],
      ),
      ...graph.locals,
    ])
    .flatMap(({ name, value, position }) =>
      literalsIn(value)
        .filter((text) => placeholder.test(text.trim()))
        .map((text) => ({ position, message: `The example sets ${name} to the placeholder ${text}.` })),
    );

const untagged = (page: LintedPage): Found[] => {
  const codes = new Map(nodesOf(page, 'code').map((code) => [(code.position?.start.line ?? 0) + 1, code]));
  return page.spec.examples
    .filter(({ language, dialect }) => language === null && dialect === 'hcl')
    .flatMap(({ position }) => {
      const fence = codes.get(position.line)?.position?.start;
      if (fence?.offset === undefined) return [];
      const ticks = /^[`~]{3,}/.exec(page.text.slice(fence.offset))?.[0];
      if (ticks === undefined) return [];
      const at = fence.offset + ticks.length;
      return [
        {
          position: page.within(fence.line, fence.column, fence.column + ticks.length),
          message: 'The fence of the example does not say that it holds terraform.',
          fix: { start: at, end: at, text: 'terraform' },
        },
      ];
    });
};

/** The values that examples set, and how their fences are written. */
export const exampleValueRules: readonly LintRule[] = [
  {
    id: 'example-value-not-valid',
    severity: 'warning',
    kind: 'examples',
    what: 'The example sets an argument to none of the valid values that its page lists.',
    why: 'The example fails, or the list is incomplete.',
    example: 'category = "cloud_fast"\n\n* `category` - (Optional) Valid values: `cloud_ssd`, `cloud_essd`.',
    form: 'category = "cloud_essd"\n\n* `category` - (Optional) Valid values: `cloud_ssd`, `cloud_essd`.',
    check: notValid,
  },
  {
    id: 'example-value-out-of-range',
    severity: 'warning',
    kind: 'examples',
    what: 'The example sets a number that is out of the range that its page states.',
    why: 'The example fails, or the range is wrong.',
    example: 'bandwidth = 500\n\n* `bandwidth` - (Optional) Valid values: 1 to 100.',
    form: 'bandwidth = 50\n\n* `bandwidth` - (Optional) Valid values: 1 to 100.',
    check: outOfRange,
  },
  {
    id: 'example-placeholder',
    severity: 'info',
    kind: 'examples',
    what: 'The example has a placeholder where a value has to stand.',
    why: 'The example cannot be run as it stands.',
    example: 'vpc_id = "vpc-xxxxxx"',
    form: 'vpc_id = alicloud_vpc.default.id',
    check: placeholders,
  },
  {
    id: 'example-fence-untagged',
    isFixable: true,
    severity: 'info',
    kind: 'examples',
    what: 'The fence round an example names no language.',
    why: 'The registry does not highlight it, and tools do not know what it is.',
    example: '```\nresource "alicloud_vpc" "default" {}\n```',
    form: '```terraform\nresource "alicloud_vpc" "default" {}\n```',
    check: untagged,
  },
];
