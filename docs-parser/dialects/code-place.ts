import type { Node } from 'web-tree-sitter';
import type { Position } from '../position.ts';

/** Where the first character of the code stands on the page. */
export interface CodeStart {
  readonly line: number;
  readonly column: number;
}

/** A node's place on the page. A fence's lines all begin at the column of the first. */
export const nodePlace = (node: Node, start: CodeStart): Position => ({
  line: start.line + node.startPosition.row,
  column: start.column + node.startPosition.column,
  endLine: start.line + node.endPosition.row,
  endColumn: start.column + node.endPosition.column,
});
