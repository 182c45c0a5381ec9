import pc from 'picocolors';
import { addressOf } from '../docs-parser/index.ts';
import type { Argument, Constraints, PageSpec, Position } from '../docs-parser/index.ts';
import { alignColumns } from './columns.ts';

export type PageFormat = 'table' | 'json' | 'yaml';

/**
 * PageSpecs as text, one after the other, so that none has to be kept.
 * @param format "json": an object for one page, a list for several; "yaml": one document a page
 * @param isAlone is there one page only?
 * @throws what `pages` throws; a list that has begun is closed before, so that what was read stays readable
 */
export async function* formatPages(
  pages: AsyncIterable<PageSpec>,
  format: PageFormat,
  isAlone: boolean,
): AsyncGenerator<string, void, void> {
  let count = 0;
  try {
    for await (const page of pages) {
      const isFirst = count === 0;
      count += 1;
      if (format === 'table') yield `${isFirst ? '' : '\n'}${formatPage(page)}\n`;
      else if (format === 'yaml') yield `${isFirst ? '' : '---\n'}${await asYaml(page)}`;
      else if (isAlone) yield `${JSON.stringify(page, null, 2)}\n`;
      else yield `${isFirst ? '[\n' : ',\n'}${JSON.stringify(page, null, 2).replaceAll(/^/gm, '  ')}`;
    }
  } catch (error) {
    if (format === 'json' && !isAlone && count > 0) yield '\n]\n';
    throw error;
  }
  if (format === 'json' && !isAlone) yield count === 0 ? '[]\n' : '\n]\n';
}

const asYaml = async (page: PageSpec): Promise<string> => {
  const { stringify } = await import('yaml');
  return stringify(page, { aliasDuplicateObjects: false });
};

/** One page as a document of its own; JSON on one line, so that a program can read page by page. */
export const formatDocument = async (page: PageSpec, format: PageFormat): Promise<string> => {
  if (format === 'json') return `${JSON.stringify(page)}\n`;
  return format === 'yaml' ? `${await asYaml(page)}---\n` : `${formatPage(page)}\n`;
};

const place = ({ line, column }: Position): string => pc.dim(`${line}:${column}`);

const formatPage = (page: PageSpec): string => {
  const facts: [string, string | null | undefined][] = [
    ['kind', page.kind],
    ['subcategory', page.subcategory],
    ['available since', page.availableSince?.version],
    [
      'deprecated',
      page.deprecated === null ? null : `since ${page.deprecated.since ?? 'an unknown version'}`,
    ],
    ['id', page.id?.template],
    ['import', page.import === null ? null : `${page.import.address} ${page.import.id}`],
  ];
  const known = facts.filter((fact): fact is [string, string] => typeof fact[1] === 'string');
  return [
    `${pc.bold(page.name)}  ${pc.dim(page.file)}`,
    ...alignColumns(known.map(([name, value]) => [`  ${name}`, value])),
    ...section('Arguments', page.arguments.map(argumentRow)),
    ...section(
      'Attributes',
      page.attributes.map(({ path, format, text, position }) => [
        `  ${path.join('.')}`,
        format === null ? shorten(text) : `format ${format}`,
        place(position),
      ]),
    ),
    ...section(
      'Timeouts',
      page.timeouts.map(({ operation, defaultMinutes, position }) => [
        `  ${operation}`,
        defaultMinutes === null ? 'no default' : `${defaultMinutes} minutes`,
        place(position),
      ]),
    ),
    ...section(
      'Notes',
      page.notes.map(({ label, text, position }) => [`  ${label}`, shorten(text), place(position)]),
    ),
    ...section('Examples', page.examples.flatMap(exampleRows)),
    ...section('Findings', page.findings.map(findingRow)),
  ].join('\n');
};

const section = (title: string, rows: readonly string[][]): string[] =>
  rows.length === 0 ? [] : ['', pc.underline(title), ...alignColumns(rows)];

const argumentRow = ({ path, flags, constraints, position }: Argument): string[] => {
  const words = [
    flags.required ? 'Required' : '',
    flags.optional ? 'Optional' : '',
    flags.forceNew ? 'ForceNew' : '',
    flags.computed ? 'Computed' : '',
    flags.sensitive ? 'Sensitive' : '',
    flags.deprecated === null ? '' : 'Deprecated',
    flags.removed === null ? '' : 'Removed',
    flags.type ?? '',
  ];
  return [
    `  ${path.join('.')}`,
    words.filter((word) => word !== '').join(', '),
    constraintWords(constraints),
    place(position),
  ];
};

const constraintWords = ({
  validValues,
  default: standard,
  range,
  length,
  maxItems,
}: Constraints): string => {
  const span = ({ min, max }: { min: number | null; max: number | null }): string =>
    `${min ?? ''}–${max ?? ''}`;
  const words = [
    validValues === null ? '' : validValues.values.join(' | '),
    standard === null ? '' : `default ${standard.value}`,
    range === null ? '' : span(range),
    length === null ? '' : `${span(length)} characters`,
    maxItems === null ? '' : `at most ${maxItems.value}`,
  ];
  return shorten(words.filter((word) => word !== '').join('; '));
};

const exampleRows = ({
  title,
  language,
  dialect,
  graph,
  position,
}: PageSpec['examples'][number]): string[][] => [
  [`  ${title ?? 'example'}`, `${dialect}${language === null ? '' : ` (${language})`}`, place(position)],
  ...(graph?.blocks ?? []).map((block) => [
    `    ${addressOf(block)}`,
    block.arguments.map(({ name }) => name).join(', '),
    place(block.position),
  ]),
  ...(graph?.variables ?? []).map((variable) => [
    `    var.${variable.name}`,
    'variable',
    place(variable.position),
  ]),
];

const findingRow = ({ severity, rule, message, position }: PageSpec['findings'][number]): string[] => {
  const colour = { error: pc.red, warning: pc.yellow, info: pc.cyan }[severity];
  return [`  ${place(position)}`, colour(severity), message, pc.dim(rule)];
};

const shorten = (text: string): string => {
  const oneLine = text.replaceAll(/\s+/g, ' ');
  return oneLine.length > 90 ? `${oneLine.slice(0, 89)}…` : oneLine;
};
