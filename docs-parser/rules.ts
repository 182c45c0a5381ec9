import type { Finding } from './page-spec.ts';
import type { Position } from './position.ts';

interface Rule {
  readonly severity: Finding['severity'];
  /** What it finds. */
  readonly what: string;
  /** Why it matters. */
  readonly why: string;
}

/** Every rule of the parser. A finding is always one of these, at a place on the page. */
export const rules = {
  'page-empty': {
    severity: 'error',
    what: 'The page is empty.',
    why: 'There is nothing to promise or to check.',
  },
  'page-no-sections': {
    severity: 'error',
    what: 'The page has none of the sections of a provider page.',
    why: 'Without Argument Reference, Attributes Reference or Import there is nothing to check.',
  },
  'page-no-title': {
    severity: 'warning',
    what: 'The page has no h1 that names a resource or data source.',
    why: 'The name is taken from the front matter or the file name, which may be wrong.',
  },
  'title-mismatch': {
    severity: 'warning',
    what: 'Heading, front matter and file name do not name the same thing.',
    why: 'Readers and the registry find the page under the wrong name.',
  },
  'front-matter-missing': {
    severity: 'warning',
    what: 'The page has no front matter.',
    why: 'The registry takes title and subcategory from it.',
  },
  'front-matter-unreadable': {
    severity: 'error',
    what: 'The front matter is no valid YAML.',
    why: 'The registry does not show such a page.',
  },
  'heading-misspelt': {
    severity: 'warning',
    what: 'A section heading is misspelt.',
    why: 'Anchors and tools that look for the right heading miss the section.',
  },
  'heading-unknown': {
    severity: 'info',
    what: 'A heading of level 2 is none of the usual sections.',
    why: 'Nothing below it is read as arguments or attributes.',
  },
  'indented-line': {
    severity: 'info',
    what: 'A line of text begins with spaces.',
    why: 'More of them would make it code.',
  },
  'generated-marker': {
    severity: 'info',
    what: 'The page carries a comment of the tool that generated it.',
    why: 'Edits of the page are lost at the next run of that tool.',
  },
  'flags-missing': {
    severity: 'warning',
    what: 'An argument is neither Required nor Optional.',
    why: 'Users cannot tell whether they have to set it.',
  },
  'flags-contradictory': {
    severity: 'warning',
    what: 'An argument is both Required and Optional.',
    why: 'One of the two is wrong.',
  },
  'flag-unknown': {
    severity: 'info',
    what: 'A word in the parenthesis behind a name is not known.',
    why: 'It is probably misspelt, and nobody reads it.',
  },
  'required-with-default': {
    severity: 'warning',
    what: 'A Required argument states a default.',
    why: 'A default has no effect where the value must be given.',
  },
  'argument-duplicate': {
    severity: 'warning',
    what: 'An argument is described twice in one block.',
    why: 'The two descriptions can contradict each other.',
  },
  'attribute-duplicate': {
    severity: 'warning',
    what: 'An attribute is described twice in one block.',
    why: 'The two descriptions can contradict each other.',
  },
  'import-missing-command': {
    severity: 'warning',
    what: 'The Import section has no command that can be read.',
    why: 'Users cannot tell how to import the resource.',
  },
  'import-type-mismatch': {
    severity: 'warning',
    what: 'The import command names another type than the page.',
    why: 'Pasted as it is, the command fails.',
  },
  'import-arity': {
    severity: 'warning',
    what: 'The id in the import command has another number of parts than the id format.',
    why: 'Pasted with real values, the command fails.',
  },
  'bullet-unclassified': {
    severity: 'info',
    what: 'A list item is neither an argument, an attribute, a value nor a timeout.',
    why: 'Whatever it states is not checked.',
  },
  'bullet-unlisted': {
    severity: 'warning',
    what: 'A line is written like a list item and is none.',
    why: 'Readers see it run into the text before it.',
  },
  'example-missing': {
    severity: 'info',
    what: 'The page has no example code.',
    why: 'Nothing shows how the resource is used, and nothing can be run.',
  },
  'example-unreadable': {
    severity: 'error',
    what: 'The example code cannot be read.',
    why: 'Pasted as it is, it does not work.',
  },
  'example-syntax-error': {
    severity: 'warning',
    what: 'The example code has a syntax error.',
    why: 'Pasted as it is, it does not work.',
  },
  'example-undocumented-argument': {
    severity: 'warning',
    what: 'The example sets an argument that the page does not describe.',
    why: 'Either the example or the Argument Reference is wrong.',
  },
  'example-missing-required': {
    severity: 'warning',
    what: 'The example leaves out a Required argument.',
    why: 'Pasted as it is, it does not work.',
  },
  'example-undeclared-reference': {
    severity: 'warning',
    what: 'The example refers to something that it does not declare.',
    why: 'Pasted as it is, it does not work.',
  },
} as const satisfies Record<string, Rule>;

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
