import type { LintRule } from './rule.ts';
import { argumentRules } from './rules/arguments.ts';
import { exampleArgumentRules } from './rules/example-arguments.ts';
import { exampleReferenceRules } from './rules/example-references.ts';
import { exampleValueRules } from './rules/example-values.ts';
import { parserRules } from './rules/from-parser.ts';
import { identityRules } from './rules/identity.ts';
import { structureRules } from './rules/structure.ts';
import { writingRules } from './rules/writing.ts';
import { directiveRules } from './directives.ts';

const kinds = [
  'page',
  'headings',
  'arguments',
  'attributes',
  'import',
  'timeouts',
  'examples',
  'rendering',
  'comments',
];

const unsorted: readonly LintRule[] = [
  ...parserRules,
  ...structureRules,
  ...argumentRules,
  ...identityRules,
  ...exampleArgumentRules,
  ...exampleReferenceRules,
  ...exampleValueRules,
  ...writingRules,
  ...directiveRules,
];

/** Every rule of lint, by kind. */
export const lintRules: readonly LintRule[] = kinds.flatMap((kind) =>
  unsorted.filter((rule) => rule.kind === kind),
);

/** Ids of all rules. */
export const ruleIds: ReadonlySet<string> = new Set(lintRules.map(({ id }) => id));
