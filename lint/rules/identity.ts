import { splitSections } from '../../docs-parser/sections/split.ts';
import { placeOf } from '../../docs-parser/place.ts';
import { plainText } from '../../docs-parser/text/plain-text.ts';
import { closest } from '../closest.ts';
import type { LintedPage } from '../linted-page.ts';
import { quotePage } from '../quote.ts';
import type { Found, LintRule } from '../rule.ts';

const idMissing = ({ spec, isResource }: LintedPage): Found[] =>
  isResource && spec.attributes.length > 0 && !spec.attributes.some(({ path }) => path.join('.') === 'id')
    ? [
        {
          position: spec.attributes[0]?.position ?? spec.position,
          message: 'The page does not list the attribute id.',
        },
      ]
    : [];

const idTypo = ({ spec }: LintedPage): Found[] => {
  const { id } = spec;
  if (id === null) return [];
  const known = new Set([...spec.arguments, ...spec.attributes].map(({ name }) => name));
  return id.parts
    .filter((part) => /^[a-z][a-z0-9_]*$/.test(part) && !known.has(part))
    .flatMap((part) => {
      const meant = closest(part, known);
      return meant === undefined
        ? []
        : [
            {
              position: id.position,
              path: 'id',
              message: `The id's part <${part}> is neither an argument nor an attribute.`,
              suggestion: `Is <${meant}> meant?`,
            },
          ];
    });
};

const importCommand = /^\s*(?:[$%]\s*)?terraform\s+import\b(.*)$/;

/** Lines of the Import section's code that begin a command. */
const importLines = (page: LintedPage): { line: number; rest: string }[] =>
  splitSections(page.tree)
    .filter(({ kind }) => kind === 'import')
    .flatMap(({ nodes }) => nodes)
    .flatMap((node) => (node.type === 'code' ? [node] : []))
    .flatMap((code) => {
      const first = (code.position?.start.line ?? 0) + 1;
      return code.value.split('\n').flatMap((text, at) => {
        const rest = importCommand.exec(text)?.[1];
        return rest === undefined ? [] : [{ line: first + at, rest: rest.trim() }];
      });
    });

const importWithoutId = (page: LintedPage): Found[] =>
  importLines(page)
    .filter(({ rest }) => !/\S\s+\S/.test(rest))
    .map(({ line }) => ({
      position: page.within(line, 1, page.line(line).length + 1),
      message: 'The import command has no id.',
    }));

const importWithStop = (page: LintedPage): Found[] =>
  importLines(page)
    .filter(({ rest }) => /\S\s+\S.*[^.]\.$/.test(rest))
    .map(({ line }) => {
      const end = page.line(line).trimEnd().length;
      const start = page.offsetOf(line, end);
      return {
        position: page.within(line, end, end + 1),
        message: 'The import command ends with a full stop, which becomes part of the id.',
        fix: { start, end: start + 1, text: '' },
      };
    });

/** An Import section without a command, unless it says that import is impossible. */
export const importUnreadable = (page: LintedPage): Found[] => {
  if (importLines(page).length > 0 || page.spec.import !== null) return [];
  return splitSections(page.tree)
    .filter(({ kind, nodes }) => {
      const text = nodes.map((node) => plainText(node)).join(' ');
      return (
        kind === 'import' &&
        !/(?:can ?not|cannot|can't|does not support|unsupported)/i.test(text) &&
        !/\bimport\s*\{/.test(text)
      );
    })
    .map(({ heading }) => ({
      position: placeOf(heading),
      message: 'The Import section has no command that can be read.',
    }));
};

/** Words of a timeout's text that mean one operation and no other. */
const operationWords = {
  create: /\bcreat(?:e|ing|ed|ion)\b|\bactivat|\bpurchas|\bopen/i,
  read: /\bread(?:ing)?\b|\bquery|\bretriev|\bdescrib/i,
  update: /\bupdat(?:e|ing|ed)\b|\bmodif|\bchang|\bupgrad/i,
  delete: /\bdelet(?:e|ing|ed|ion)\b|\bterminat|\bdestroy|\bremov|\breleas/i,
} as const;

const timeoutContradicts = ({ spec }: LintedPage): Found[] =>
  spec.timeouts
    .filter(({ operation, text }) => {
      const says = /\bused (?:when|for|while|during)\b([\s\S]*)/i.exec(text)?.[1] ?? '';
      const others = Object.entries(operationWords).filter(
        ([name, words]) => name !== operation && words.test(says),
      );
      return says !== '' && !operationWords[operation].test(says) && others.length > 0;
    })
    .map(({ operation, text, position }) => ({
      position,
      path: `timeouts.${operation}`,
      message: `The text of the timeout for ${operation} is about another operation: ${text}`,
    }));

const timeoutWithoutDefault = ({ spec }: LintedPage): Found[] =>
  spec.timeouts
    .filter(({ defaultMinutes }) => defaultMinutes === null)
    .map(({ operation, position }) => ({
      position,
      path: `timeouts.${operation}`,
      message: `The timeout for ${operation} states no default that can be read.`,
    }));

const timeoutRepeated = ({ spec }: LintedPage): Found[] => {
  const first = new Map(spec.timeouts.toReversed().map((timeout) => [timeout.operation, timeout]));
  return spec.timeouts
    .filter((timeout) => first.get(timeout.operation) !== timeout)
    .map(({ operation, position }) => ({
      position,
      path: `timeouts.${operation}`,
      message: `The timeout for ${operation} is stated twice.`,
      other: quotePage(
        spec,
        first.get(operation)?.position ?? spec.position,
        first.get(operation)?.text ?? '',
      ),
    }));
};

/** Rules about the id, the import command and the timeouts. */
export const identityRules: readonly LintRule[] = [
  {
    id: 'id-missing',
    severity: 'warning',
    kind: 'attributes',
    what: 'A resource page does not list the attribute id.',
    why: 'Users cannot tell what other resources are to refer to, nor what to import.',
    example: '## Attributes Reference\n\n* `status` - The status of the disk.',
    form: '## Attributes Reference\n\n* `id` - The id of the disk.\n* `status` - The status of the disk.',
    check: idMissing,
  },
  {
    id: 'id-part-misspelt',
    severity: 'warning',
    kind: 'attributes',
    what: "A part of the id's format is nearly, but not quite, the name of an argument or attribute.",
    why: 'Users put together an id that the provider does not know.',
    example:
      '* `cluster_id` - (Required) The cluster.\n\n* `id` - The id. The value is formulated as `<cluster_ud>:<name>`.',
    form: '* `cluster_id` - (Required) The cluster.\n\n* `id` - The id. The value is formulated as `<cluster_id>:<name>`.',
    check: idTypo,
  },
  {
    id: 'import-without-id',
    severity: 'warning',
    kind: 'import',
    what: 'The import command has no id.',
    why: 'Pasted as it is, the command fails, and users cannot tell what goes there.',
    example: '$ terraform import alicloud_disk.example',
    form: '$ terraform import alicloud_disk.example <id>',
    check: importWithoutId,
  },
  {
    id: 'import-trailing-stop',
    isFixable: true,
    severity: 'warning',
    kind: 'import',
    what: 'The import command ends with a full stop.',
    why: 'Pasted as it is, the stop becomes part of the id.',
    example: '$ terraform import alicloud_disk.example d-123.',
    form: '$ terraform import alicloud_disk.example d-123',
    check: importWithStop,
  },
  {
    id: 'timeout-contradicts-operation',
    severity: 'warning',
    kind: 'timeouts',
    what: 'The text of a timeout is about another operation.',
    why: 'Users raise the wrong one.',
    example: '* `delete` - (Defaults to 5 mins) Used when creating the disk.',
    form: '* `delete` - (Defaults to 5 mins) Used when deleting the disk.',
    check: timeoutContradicts,
  },
  {
    id: 'timeout-without-default',
    severity: 'info',
    kind: 'timeouts',
    what: 'A timeout states no default.',
    why: 'Users cannot tell whether they need to raise it.',
    example: '* `create` - Used when creating the disk.',
    form: '* `create` - (Defaults to 5 mins) Used when creating the disk.',
    check: timeoutWithoutDefault,
  },
  {
    id: 'timeout-repeated',
    severity: 'warning',
    kind: 'timeouts',
    what: 'The timeout of an operation is stated twice.',
    why: 'The two can contradict each other.',
    example:
      '* `create` - (Defaults to 5 mins) Used when creating the disk.\n* `create` - (Defaults to 9 mins) Used when creating the disk.',
    form: '* `create` - (Defaults to 5 mins) Used when creating the disk.\n* `delete` - (Defaults to 9 mins) Used when deleting the disk.',
    check: timeoutRepeated,
  },
];
