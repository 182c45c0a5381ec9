import type { Finding } from './page-spec.ts';
import type { Position } from './position.ts';
import { exampleRules } from './rules/examples.ts';
import { importRules } from './rules/import.ts';
import { listRules } from './rules/lists.ts';
import { pageRules } from './rules/page.ts';
import type { ParserRule } from './rules/rule.ts';

/** Every rule of the parser. A finding is always one of these, at a place on the page. */
export const rules = {
  ...pageRules,
  ...listRules,
  ...importRules,
  ...exampleRules,
} as const satisfies Record<string, ParserRule>;

export type RuleId = keyof typeof rules;

/**
 * A finding of a rule.
 * @param detail what exactly, in a sentence; the rule's own sentence where it is left out
 */
export const finding = (rule: RuleId, position: Position, detail?: string): Finding => ({
  rule,
  severity: rules[rule].severity,
  message: detail ?? rules[rule].what,
  position,
});
