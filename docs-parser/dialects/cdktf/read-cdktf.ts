import type { Example, Finding } from '../../page-spec.ts';
import type { ResourceGraph } from '../../resource-graph.ts';
import { finding } from '../../rules.ts';
import type { CodePlaces } from '../code-place.ts';
import type { PageNames } from '../known-names.ts';
import { syntaxFindings } from '../syntax-findings.ts';
import { parserOf } from '../tree-sitter.ts';
import { csharp } from './csharp.ts';
import type { FrontEnd } from './front-end.ts';
import { readProgram } from './front-end.ts';
import { go } from './go.ts';
import { graphOf } from './graph.ts';
import { java } from './java.ts';
import { mendConversion } from './losses.ts';
import { TerraformNames } from './names.ts';
import { python } from './python.ts';
import { maskReservedWords } from './reserved-words.ts';
import type { CdktfLanguage } from './reserved-words.ts';
import { typescript } from './typescript.ts';

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

/** Reads example code in one of CDKTF's languages into a resource graph. */
export const readCdktf = async (
  code: string,
  dialect: keyof typeof frontEnds,
  places: CodePlaces,
  page: PageNames,
): Promise<{ graph: ResourceGraph; findings: Finding[] }> => {
  const { language, frontEnd } = frontEnds[dialect];
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
