import { createRequire } from 'node:module';
import { Language, Parser } from 'web-tree-sitter';
import type { Node } from 'web-tree-sitter';

const require = createRequire(import.meta.url);

/** The grammars that npm ships as WebAssembly, by dialect. Each is loaded when first needed, and once. */
const grammarFiles = {
  hcl: '@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-hcl.wasm',
  python: 'tree-sitter-python/tree-sitter-python.wasm',
} as const;

export type GrammarName = keyof typeof grammarFiles;

let starting: Promise<void> | undefined;
const parsers = new Map<GrammarName, Promise<Parser>>();

const load = async (name: GrammarName): Promise<Parser> => {
  starting ??= Parser.init();
  await starting;
  const parser = new Parser();
  parser.setLanguage(await Language.load(require.resolve(grammarFiles[name])));
  return parser;
};

const parserOf = (name: GrammarName): Promise<Parser> => {
  const known = parsers.get(name) ?? load(name);
  parsers.set(name, known);
  return known;
};

/**
 * Parses code and reads its tree; the tree is freed afterwards.
 * @param read is given the root node; nothing of the tree may outlive it
 */
export const withTree = async <T>(name: GrammarName, code: string, read: (root: Node) => T): Promise<T> => {
  const tree = (await parserOf(name)).parse(code);
  if (tree === null) throw new Error(`the ${name} grammar gave no tree`);
  try {
    return read(tree.rootNode);
  } finally {
    tree.delete();
  }
};

/** Named children, those that the grammar could not place included. */
export const childrenOf = (node: Node): Node[] => node.namedChildren;

/** Nodes where the code is not as the grammar wants it, outermost first. */
export const errorsIn = (node: Node): Node[] => {
  if (!node.hasError) return [];
  if (node.isError || node.isMissing) return [node];
  return node.children.flatMap(errorsIn);
};
