import type { Finding, Rule } from '../../findings/index.ts';

/** A finding; what a test does not care about is as usual. */
export const findingWith = (parts: Partial<Finding> = {}, line = 3): Finding => ({
  rule: 'flags-missing',
  severity: 'warning',
  kind: 'flags',
  message: 'size is neither Required nor Optional.',
  type: 'alicloud_disk',
  path: 'size',
  place: {
    file: 'docs/r/disk.html.markdown',
    position: { line, column: 1, endLine: line, endColumn: 20 },
    text: '* `size` - The size.',
  },
  other: null,
  suggestion: null,
  command: null,
  ...parts,
});

/** The rule of that finding. */
export const flagsMissing: Rule = {
  id: 'flags-missing',
  severity: 'warning',
  kind: 'flags',
  what: 'An argument is neither Required nor Optional.',
  why: 'Users cannot tell whether they have to set it.',
  example: '* `size` - The size.',
  form: '* `size` - (Optional) The size.',
};
