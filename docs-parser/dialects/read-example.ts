import type { Example, Finding } from '../page-spec.ts';
import type { ResourceGraph } from '../resource-graph.ts';
import { CodePlaces } from './code-place.ts';
import type { CodeStart } from './code-place.ts';
import { readHcl } from './hcl.ts';
import { noNames } from './known-names.ts';
import type { PageNames } from './known-names.ts';
import { parserOf } from './tree-sitter.ts';
import { syntaxFindings } from './syntax-findings.ts';

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
  if (dialect !== 'hcl') {
    // Most pages have HCL only, and need none of the five front ends.
    const { readCdktf } = await import('./cdktf/read-cdktf.ts');
    return { dialect, ...(await readCdktf(code, dialect, places, page)) };
  }
  const parsed = (await parserOf('hcl')).parse(code);
  const graph = readHcl(parsed.root, places);
  return { dialect, graph, findings: syntaxFindings(parsed, graph, places) };
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
