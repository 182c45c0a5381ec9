import type { Example, Finding } from '../page-spec.ts';
import type { ResourceGraph } from '../resource-graph.ts';
import { finding } from '../rules.ts';
import type { CodeStart } from './code-place.ts';
import { nodePlace } from './code-place.ts';
import { readHcl } from './hcl.ts';
import { readPython } from './cdktf-python.ts';
import { errorsIn, withTree } from './tree-sitter.ts';

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
 */
export const readExample = async (
  code: string,
  language: string | null,
  start: CodeStart,
): Promise<ReadExample> => {
  const dialect = dialectOf(code, language);
  if (dialect === 'unknown') return { dialect, graph: null, findings: [] };
  const grammar = dialect === 'hcl' ? 'hcl' : 'python';
  return withTree(grammar, code, (root) => {
    const graph = dialect === 'hcl' ? readHcl(root, start) : readPython(root, start);
    const errors = errorsIn(root);
    const first = errors[0];
    const findings =
      first === undefined
        ? []
        : graph.blocks.length === 0
          ? [
              finding(
                'example-unreadable',
                nodePlace(first, start),
                'The example code cannot be read: no resource or data source was found in it.',
              ),
            ]
          : errors.map((node) =>
              finding(
                'example-syntax-error',
                nodePlace(node, start),
                `Syntax error at "${shorten(node.text)}".`,
              ),
            );
    return { dialect, graph, findings };
  });
};

const shorten = (text: string): string => {
  const [line = ''] = text.split('\n');
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
};

const hclLanguages = new Set(['terraform', 'hcl', 'tf']);

const dialectOf = (code: string, language: string | null): Example['dialect'] => {
  const name = language?.toLowerCase() ?? '';
  if (hclLanguages.has(name)) return 'hcl';
  if (name === 'python' || name === 'py') return 'cdktf-python';
  if (name === '' && /^\s*(?:resource|data|variable|provider|locals|module)\b[^\n]*\{/m.test(code))
    return 'hcl';
  return 'unknown';
};
