import type { Argument } from '../../docs-parser/index.ts';
import { closest } from '../closest.ts';
import type { LintedPage } from '../linted-page.ts';
import { quotePage } from '../quote.ts';
import type { Found, LintRule } from '../rule.ts';

const name = ({ path }: Pick<Argument, 'path'>): string => path.join('.');

/** The parenthesis with the flags as it stands in the line of an argument; undefined where none does. */
const parenthesis = (
  page: LintedPage,
  { position }: Argument,
): { text: string; column: number } | undefined => {
  const line = page.line(position.line);
  const match = /^(\s*[-*+]?\s*`[^`]*`\s*[-–—:]?\s*\()([^()\n]*)\)/.exec(line);
  return match?.[1] === undefined || match[2] === undefined
    ? undefined
    : { text: match[2], column: match[1].length + 1 };
};

/** Each flag with its column. */
const flagsOf = (page: LintedPage, argument: Argument): { flag: string; column: number }[] => {
  const inside = parenthesis(page, argument);
  if (inside === undefined) return [];
  return [...inside.text.matchAll(/[^,，;]+/g)].map((match) => {
    const lead = /^\s*/.exec(match[0])?.[0].length ?? 0;
    return { flag: match[0].trim(), column: inside.column + match.index + lead };
  });
};

/** Slips of the pen, and what can only be meant (GRAMMAR.md, section 2: "Typos"). */
const misspelt: Readonly<Record<string, string>> = {
  optinal: 'Optional',
  optionnal: 'Optional',
  option: 'Optional',
  require: 'Required',
  requried: 'Required',
  forcesnew: 'ForceNew',
  'forces new resource': 'ForceNew',
  depreacted: 'Deprecated',
  depercated: 'Deprecated',
};

const flagMisspelt = (page: LintedPage): Found[] =>
  page.spec.arguments.flatMap((argument) =>
    flagsOf(page, argument).flatMap(({ flag, column }) => {
      const right = misspelt[flag.toLowerCase()];
      if (right === undefined) return [];
      const { line } = argument.position;
      const start = page.offsetOf(line, column);
      return [
        {
          position: page.within(line, column, column + flag.length),
          path: name(argument),
          message: `"${flag}" behind ${name(argument)} should read "${right}".`,
          fix: { start, end: start + flag.length, text: right },
        },
      ];
    }),
  );

const flagRepeated = (page: LintedPage): Found[] =>
  page.spec.arguments.flatMap((argument) => {
    const seen = new Set<string>();
    return flagsOf(page, argument).flatMap(({ flag, column }) => {
      const key = flag.toLowerCase();
      if (!seen.has(key)) {
        seen.add(key);
        return [];
      }
      return [
        {
          position: page.within(argument.position.line, column, column + flag.length),
          path: name(argument),
          message: `"${flag}" stands twice behind ${name(argument)}.`,
        },
      ];
    });
  });

const requiredComputed = ({ spec }: LintedPage): Found[] =>
  spec.arguments
    .filter(({ flags }) => flags.required && flags.computed)
    .map((argument) => ({
      position: argument.position,
      path: name(argument),
      message: `${name(argument)} is both Required and Computed.`,
    }));

const forceNewModifiable = ({ spec }: LintedPage): Found[] =>
  spec.arguments
    .filter(({ flags }) => flags.forceNew && flags.modifiableSince !== null)
    .map((argument) => ({
      position: argument.position,
      path: name(argument),
      message: `${name(argument)} is both ForceNew and Modifiable.`,
    }));

/** "Deprecated since v1.2.0", "Field `x` has been deprecated from provider version 1.2.0": says nothing new. */
const deprecationAlone =
  /(?:the )?(?:field|argument|it|this(?: field| argument)?)?\s*[`'"]?\w*[`'"]?\s*(?:has been|is|was)\s+deprecated(?:\s+(?:from|since|in)\s+(?:provider\s+|the\s+)*(?:version\s+)?["'`]?v?[\d.]+["'`+]*)?\s*\.?/gi;

const deprecatedWithoutAdvice = ({ spec }: LintedPage): Found[] => {
  const names = new Set(spec.arguments.map((argument) => argument.name));
  return spec.arguments
    .filter(({ flags, text, name: own }) => {
      if (flags.deprecated === null) return false;
      const mentioned = [...text.matchAll(/\w+/g)].some(
        ([word]) => word !== own && word.includes('_') && names.has(word),
      );
      // Two sentences or a clause behind "deprecated" explain something; that much is taken on trust.
      const rest = text.replace(deprecationAlone, '').replace(/\*\*note:?\*\*/gi, '');
      return (
        !mentioned &&
        !/\b(?:instead|replaced|use|new|please|no longer|removed|when|will|than|equal)\b/i.test(rest)
      );
    })
    .map((argument) => ({
      position: argument.position,
      path: name(argument),
      message: `${name(argument)} is Deprecated, and its text does not say what to use instead.`,
    }));
};

const defaultNotValid = ({ spec }: LintedPage): Found[] =>
  // What stands in backticks is a value for certain; "by default, if …" is none.
  spec.arguments.flatMap((argument) => {
    const { default: stated, validValues } = argument.constraints;
    if (stated === null || validValues === null || validValues.values.length < 2) return [];
    if (!argument.text.includes(`\`${stated.value}\``)) return [];
    if (!/^[\w.-]+$/.test(stated.value) || validValues.values.some((value) => !/^[\w.-]+$/.test(value)))
      return [];
    return validValues.values.some((value) => value.toLowerCase() === stated.value.toLowerCase())
      ? []
      : [
          {
            position: argument.position,
            path: name(argument),
            message: `The default ${stated.value} of ${name(argument)} is none of its valid values.`,
          },
        ];
  });

const unknownConflict = ({ spec }: LintedPage): Found[] => {
  const known = new Set(spec.arguments.map((argument) => argument.name));
  return spec.arguments.flatMap((argument) =>
    (argument.constraints.conflictsWith?.arguments ?? [])
      .filter((other) => !known.has(other))
      .map((other) => {
        const meant = closest(other, known);
        return {
          position: argument.position,
          path: name(argument),
          message: `${name(argument)} conflicts with ${other}, which the page does not describe.`,
          ...(meant === undefined ? {} : { suggestion: `Is ${meant} meant?` }),
        };
      }),
  );
};

const withoutText = ({ spec }: LintedPage): Found[] =>
  spec.arguments
    .filter(({ text, flags }) => text.trim() === '' && flags.deprecated === null && flags.removed === null)
    .map((argument) => ({
      position: argument.position,
      path: name(argument),
      message: `${name(argument)} has no description.`,
    }));

const attributeRepeats = ({ spec }: LintedPage): Found[] => {
  // A data source has no state of its own: what it filters by and what it returns share their names.
  if (spec.kind === 'data-source') return [];
  const settable = new Map(
    spec.arguments
      .filter(({ flags, path }) => path.length === 1 && !flags.computed)
      .map((argument) => [argument.name, argument]),
  );
  return spec.attributes
    .filter(({ path }) => path.length === 1 && path[0] !== 'id')
    .flatMap((attribute) => {
      const argument = settable.get(attribute.name);
      if (argument === undefined) return [];
      return [
        {
          position: attribute.position,
          path: attribute.name,
          message: `${attribute.name} is listed as an attribute, and is an argument that is not Computed.`,
          other: quotePage(spec, argument.position, argument.text),
        },
      ];
    });
};

/** Rules about what the lists of arguments and attributes state. */
export const argumentRules: readonly LintRule[] = [
  {
    id: 'flag-misspelt',
    isFixable: true,
    severity: 'warning',
    kind: 'arguments',
    what: 'A flag in the parenthesis behind a name is misspelt.',
    why: 'Tools that look for the right word miss it.',
    example: '* `size` - (Optinal, ForcesNew) The size of the disk.',
    form: '* `size` - (Optional, ForceNew) The size of the disk.',
    check: flagMisspelt,
  },
  {
    id: 'flag-repeated',
    severity: 'warning',
    kind: 'arguments',
    what: 'A flag stands twice in one parenthesis.',
    why: 'One of the two was probably meant to be another.',
    example: '* `size` - (ForceNew, ForceNew) The size of the disk.',
    form: '* `size` - (Required, ForceNew) The size of the disk.',
    check: flagRepeated,
  },
  {
    id: 'required-computed',
    severity: 'warning',
    kind: 'arguments',
    what: 'An argument is both Required and Computed.',
    why: 'What must be given is not computed: one of the two is wrong.',
    example: '* `size` - (Required, Computed) The size of the disk.',
    form: '* `size` - (Optional, Computed) The size of the disk.',
    check: requiredComputed,
  },
  {
    id: 'force-new-modifiable',
    severity: 'warning',
    kind: 'arguments',
    what: 'An argument is both ForceNew and Modifiable.',
    why: 'Users cannot tell whether a change replaces their resource.',
    example: '* `size` - (Optional, ForceNew, Modifiable in 1.115.0+) The size of the disk.',
    form: '* `size` - (Optional, Modifiable in 1.115.0+) The size of the disk.',
    check: forceNewModifiable,
  },
  {
    id: 'deprecated-without-advice',
    severity: 'info',
    kind: 'arguments',
    what: 'A Deprecated argument does not say what to use instead.',
    why: 'Users see the warning and do not know what to do.',
    example: '* `name` - (Optional, Deprecated) The name of the disk.',
    form: '* `name` - (Optional, Deprecated since v1.122.0) The name of the disk. Use `disk_name` instead.',
    check: deprecatedWithoutAdvice,
  },
  {
    id: 'default-not-valid',
    severity: 'warning',
    kind: 'arguments',
    what: 'The default of an argument is none of its valid values.',
    why: 'Either the default or the list is wrong.',
    example: '* `category` - (Optional) Valid values: `cloud_ssd`, `cloud_essd`. Default value: `cloud`.',
    form: '* `category` - (Optional) Valid values: `cloud_ssd`, `cloud_essd`. Default value: `cloud_ssd`.',
    check: defaultNotValid,
  },
  {
    id: 'conflict-unknown',
    severity: 'warning',
    kind: 'arguments',
    what: 'An argument conflicts with one that the page does not describe.',
    why: 'Users cannot find what they must not set.',
    example:
      '* `size` - (Optional) The size. It conflicts with `snapshot`.\n* `snapshot_id` - (Optional) The snapshot.',
    form: '* `size` - (Optional) The size. It conflicts with `snapshot_id`.\n* `snapshot_id` - (Optional) The snapshot.',
    check: unknownConflict,
  },
  {
    id: 'argument-without-text',
    severity: 'warning',
    kind: 'arguments',
    what: 'An argument has no description.',
    why: 'Its name is all that users learn of it.',
    example: '* `size` - (Required)',
    form: '* `size` - (Required) The size of the disk.',
    check: withoutText,
  },
  {
    id: 'attribute-repeats-argument',
    severity: 'warning',
    kind: 'attributes',
    what: 'An attribute of a resource repeats an argument that is not Computed.',
    why: 'What users set themselves is no news to them; or the argument lacks the flag Computed.',
    example: '* `size` - (Required) The size.\n\n## Attributes Reference\n\n* `size` - The size.',
    form: '* `size` - (Optional, Computed) The size.\n\n## Attributes Reference\n\n* `size` - The size.',
    check: attributeRepeats,
  },
];
