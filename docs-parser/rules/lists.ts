import type { ParserRule } from './rule.ts';

/** Rules about the lists of arguments and attributes. */
export const listRules = {
  'flags-missing': {
    severity: 'warning',
    kind: 'arguments',
    what: 'An argument is neither Required nor Optional.',
    why: 'Users cannot tell whether they have to set it.',
    example: '* `size` - The size of the disk.',
    form: '* `size` - (Required) The size of the disk.',
  },
  'flags-contradictory': {
    severity: 'warning',
    kind: 'arguments',
    what: 'An argument is both Required and Optional.',
    why: 'One of the two is wrong.',
    example: '* `size` - (Required, Optional) The size of the disk.',
    form: '* `size` - (Required) The size of the disk.',
  },
  'flag-unknown': {
    severity: 'info',
    kind: 'arguments',
    what: 'A word in the parenthesis behind a name is not known.',
    why: 'It is probably misspelt, and nobody reads it.',
    example: '* `size` - (Required, Changeable) The size of the disk.',
    form: '* `size` - (Required) The size of the disk.',
  },
  'required-with-default': {
    severity: 'warning',
    kind: 'arguments',
    what: 'A Required argument states a default.',
    why: 'A default has no effect where the value must be given.',
    example: '* `size` - (Required) The size of the disk. Default value: `20`.',
    form: '* `size` - (Optional) The size of the disk. Default value: `20`.',
  },
  'argument-duplicate': {
    severity: 'warning',
    kind: 'arguments',
    what: 'An argument is described twice in one block.',
    why: 'The two descriptions can contradict each other.',
    example: '* `size` - (Required) The size of the disk.\n* `size` - (Optional) The disk size.',
    form: '* `size` - (Required) The size of the disk.',
  },
  'attribute-duplicate': {
    severity: 'warning',
    kind: 'attributes',
    what: 'An attribute is described twice in one block.',
    why: 'The two descriptions can contradict each other.',
    example: '* `status` - The status of the disk.\n* `status` - The state of the disk.',
    form: '* `status` - The status of the disk.',
  },
  'bullet-unclassified': {
    severity: 'info',
    kind: 'rendering',
    what: 'A list item is neither an argument, an attribute, a value nor a timeout.',
    why: 'Whatever it states is not checked.',
    example: '## Argument Reference\n\n* The size of the disk is in GiB.',
    form: '## Argument Reference\n\n* `size` - (Required) The size of the disk in GiB.',
  },
  'bullet-unlisted': {
    severity: 'warning',
    kind: 'rendering',
    what: 'A line is written like a list item and is none.',
    why: 'Readers see it run into the text before it.',
    example: '-`size` - (Required) The size of the disk.',
    form: '- `size` - (Required) The size of the disk.',
  },
} as const satisfies Record<string, ParserRule>;
