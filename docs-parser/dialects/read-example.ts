import type { Example, Finding } from '../page-spec.ts';
import type { ResourceGraph } from '../resource-graph.ts';
import { finding } from '../rules.ts';
import { csharp } from './cdktf/csharp.ts';
import type { FrontEnd } from './cdktf/front-end.ts';
import { readProgram } from './cdktf/front-end.ts';
import { go } from './cdktf/go.ts';
import { graphOf } from './cdktf/graph.ts';
import { java } from './cdktf/java.ts';
import { mendConversion } from './cdktf/losses.ts';
import { TerraformNames } from './cdktf/names.ts';
import { python } from './cdktf/python.ts';
import { maskReservedWords } from './cdktf/reserved-words.ts';
import type { CdktfLanguage } from './cdktf/reserved-words.ts';
import { typescript } from './cdktf/typescript.ts';
import { CodePlaces } from './code-place.ts';
import type { CodeStart } from './code-place.ts';
import { readHcl } from './hcl.ts';
import { noNames } from './known-names.ts';
import type { PageNames } from './known-names.ts';
import { parserOf } from './tree-sitter.ts';
import type { ParsedCode } from './tree-sitter.ts';

export interface ReadExample {
  readonly dialect: Example['dialect'];
  readonly graph: ResourceGraph | null;
  readonly findings: Finding[];
}

/**
 * Reads example code into a resource graph. Code that does not parse is read as far as it goes.
 * @param code the fence's content
 * @param language the fence's info string; null where there is none
 * @param start where the code's first character stands on the page
 * @param page names that the page knows: CDKTF's own spelling of a name does not always tell Terraform's
 */
export const readExample = async (
  code: string,
  language: string | null,
  start: CodeStart,
  page: PageNames = noNames,
): Promise<ReadExample> => {
  const dialect = dialectOf(code, language);
  if (dialect === 'unknown') return { dialect, graph: null, findings: [] };
  const places = new CodePlaces(code, start);
  if (dialect !== 'hcl') return { dialect, ...(await readCdktf(code, frontEnds[dialect], places, page)) };
  const parsed = (await parserOf('hcl')).parse(code);
  const graph = readHcl(parsed.root, places);
  return { dialect, graph, findings: syntaxFindings(parsed, graph, places) };
};

const frontEnds = {
  'cdktf-python': { language: 'python', frontEnd: python },
  'cdktf-typescript': { language: 'typescript', frontEnd: typescript },
  'cdktf-go': { language: 'go', frontEnd: go },
  'cdktf-java': { language: 'java', frontEnd: java },
  'cdktf-csharp': { language: 'csharp', frontEnd: csharp },
} as const satisfies Record<
  Exclude<Example['dialect'], 'hcl' | 'unknown'>,
  { language: CdktfLanguage; frontEnd: FrontEnd }
>;

const readCdktf = async (
  code: string,
  { language, frontEnd }: { readonly language: CdktfLanguage; readonly frontEnd: FrontEnd },
  places: CodePlaces,
  page: PageNames,
): Promise<{ graph: ResourceGraph; findings: Finding[] }> => {
  const [parser, hcl] = await Promise.all([parserOf(language), parserOf('hcl')]);
  const { masked, words } = maskReservedWords(code, language);
  // Without a line break, Go's grammar takes a call in the last line for a conversion.
  const parsed = parser.parse(`${masked}\n`, code);
  const names = new TerraformNames(page);
  const written = readProgram(parsed.root, frontEnd);
  const { program, findings } = mendConversion(written, { code, language, places, names });
  const { graph, undeclared } = graphOf(program, places, hcl, names);
  return {
    graph,
    findings: [
      ...syntaxFindings(parsed, graph, places),
      ...words.map((place) =>
        finding(
          'example-reserved-word',
          places.of(place),
          `"${place.word}" is a word of the language's own and cannot be the name of a variable.`,
        ),
      ),
      ...undeclared.map(({ name, position }) =>
        name === 'config'
          ? finding('example-argument-added', position)
          : finding(
              'example-undeclared-reference',
              position,
              `The example refers to ${name} and does not declare it.`,
            ),
      ),
      ...findings,
    ],
  };
};

/** Code that nothing can be read of is one finding; else each place that the grammar could not read. */
const syntaxFindings = ({ errors }: ParsedCode, graph: ResourceGraph, places: CodePlaces): Finding[] => {
  const [first] = errors;
  if (first === undefined) return [];
  return graph.blocks.length === 0
    ? [
        finding(
          'example-unreadable',
          places.of(first),
          'The example code cannot be read: no resource or data source was found in it.',
        ),
      ]
    : errors.map((error) =>
        finding('example-syntax-error', places.of(error), `Syntax error at "${shorten(error.text)}".`),
      );
};

const shorten = (text: string): string => {
  const [line = ''] = text.split('\n');
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
};

/** Info strings of fences, by dialect. */
const languages: ReadonlyMap<string, Example['dialect']> = new Map([
  ['terraform', 'hcl'],
  ['hcl', 'hcl'],
  ['tf', 'hcl'],
  ['python', 'cdktf-python'],
  ['py', 'cdktf-python'],
  ['typescript', 'cdktf-typescript'],
  ['ts', 'cdktf-typescript'],
  ['go', 'cdktf-go'],
  ['golang', 'cdktf-go'],
  ['java', 'cdktf-java'],
  ['csharp', 'cdktf-csharp'],
  ['cs', 'cdktf-csharp'],
  ['c#', 'cdktf-csharp'],
]);

const dialectOf = (code: string, language: string | null): Example['dialect'] => {
  const name = language?.toLowerCase() ?? '';
  if (name === '' && /^\s*(?:resource|data|variable|provider|locals|module)\b[^\n]*\{/m.test(code))
    return 'hcl';
  return languages.get(name) ?? 'unknown';
};
