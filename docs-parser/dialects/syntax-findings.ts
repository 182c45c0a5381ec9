import type { Finding } from '../page-spec.ts';
import type { ResourceGraph } from '../resource-graph.ts';
import { finding } from '../rules.ts';
import type { CodePlaces } from './code-place.ts';
import type { ParsedCode } from './tree-sitter.ts';

/** Code that nothing can be read of is one finding; else each place that the grammar could not read. */
export const syntaxFindings = (
  { errors }: ParsedCode,
  graph: ResourceGraph,
  places: CodePlaces,
): Finding[] => {
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
