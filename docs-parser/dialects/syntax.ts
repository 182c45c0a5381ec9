import type { Tree } from 'web-tree-sitter';

/**
 * A node of a syntax tree as plain data. Every look at a tree-sitter node crosses into WebAssembly, so the
 * tree is copied once, with a cursor, and freed; the readers walk the copy. Only named nodes are kept:
 * punctuation is what stands between them.
 */
export class Syntax {
  readonly type: string;
  /** The name by which the parent knows it; null where it has none or where the grammar names no fields. */
  readonly field: string | null;
  readonly start: number;
  readonly end: number;
  readonly children: readonly Syntax[];
  readonly #code: string;

  constructor(
    type: string,
    field: string | null,
    start: number,
    end: number,
    children: readonly Syntax[],
    code: string,
  ) {
    this.type = type;
    this.field = field;
    this.start = start;
    this.end = end;
    this.children = children;
    this.#code = code;
  }

  /** The source text. */
  get text(): string {
    return this.#code.slice(this.start, this.end);
  }

  /** The source text from one place to another, which may lie between two nodes. */
  between(start: number, end: number): string {
    return this.#code.slice(start, end);
  }

  /** The first child of a field. */
  child(field: string): Syntax | undefined {
    return this.children.find((child) => child.field === field);
  }

  /** The children of a type. */
  all(type: string): Syntax[] {
    return this.children.filter((child) => child.type === type);
  }
}

/** What the readers need to know of a grammar, looked up once. */
export interface GrammarTable {
  /** Names by type id; null for punctuation and comments, which are not copied. */
  readonly names: readonly (string | null)[];
  /** Types whose nodes are copied without what is below them. */
  readonly leaves: ReadonlySet<number>;
  /** Names by field id; null where the grammar has no fields worth a call for each node. */
  readonly fields: readonly (string | null)[] | null;
}

/**
 * Nodes deeper than this are not copied: nobody writes such code, and the readers, which go down with the
 * tree, must not run out of stack.
 */
const deepest = 500;

const none: readonly Syntax[] = [];

/** The type id that tree-sitter gives to what it could not place. */
const errorId = 0xffff;

/**
 * Copies a tree.
 * @param code the text to take the nodes' text from; as long as what was parsed
 */
export const copyTree = (tree: Tree, { names, leaves, fields }: GrammarTable, code: string): Syntax => {
  const cursor = tree.walk();
  /** The nodes below the cursor's, which is not moved. */
  const below = (depth: number): readonly Syntax[] => {
    if (!cursor.gotoFirstChild()) return none;
    const nodes: Syntax[] = [];
    do {
      const id = cursor.nodeTypeId;
      const type = id === errorId ? 'ERROR' : names[id];
      // Punctuation has nothing below it.
      if (typeof type !== 'string') continue;
      const field = fields === null ? null : (fields[cursor.currentFieldId] ?? null);
      const [start, end] = [cursor.startIndex, cursor.endIndex];
      const inside = depth < deepest && !leaves.has(id) ? below(depth + 1) : none;
      nodes.push(new Syntax(type, field, start, end, inside, code));
    } while (cursor.gotoNextSibling());
    cursor.gotoParent();
    return nodes;
  };
  const type = names[cursor.nodeTypeId] ?? 'ERROR';
  const root = new Syntax(type, null, 0, code.length, below(0), code);
  cursor.delete();
  return root;
};
