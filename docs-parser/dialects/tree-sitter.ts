import { createRequire } from 'node:module';
import { Language, Parser } from 'web-tree-sitter';
import type { Node, Tree } from 'web-tree-sitter';
import { copyTree } from './syntax.ts';
import type { GrammarTable, Syntax } from './syntax.ts';

const require = createRequire(import.meta.url);

/**
 * The grammars that npm ships as WebAssembly. Each is loaded when first needed, and once: a page without
 * a language does not pay for it.
 */
const grammarFiles = {
  hcl: '@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-hcl.wasm',
  python: 'tree-sitter-python/tree-sitter-python.wasm',
  typescript: 'tree-sitter-typescript/tree-sitter-typescript.wasm',
  go: 'tree-sitter-go/tree-sitter-go.wasm',
  java: 'tree-sitter-java/tree-sitter-java.wasm',
  csharp: 'tree-sitter-c-sharp/tree-sitter-c_sharp.wasm',
} as const;

/** Nodes that the readers take as a text: what is inside them is not copied. */
const leaves: Readonly<Record<keyof typeof grammarFiles, readonly string[]>> = {
  hcl: [
    'bool_lit',
    'get_attr',
    'identifier',
    'legacy_index',
    'null_lit',
    'numeric_lit',
    'string_lit',
    'variable_expr',
  ],
  python: ['identifier', 'integer', 'float', 'string_content'],
  typescript: ['identifier', 'property_identifier', 'number', 'string'],
  go: ['identifier', 'field_identifier', 'interpreted_string_literal', 'raw_string_literal', 'map_type'],
  java: ['identifier', 'string_literal', 'type_identifier'],
  csharp: ['identifier', 'string_literal', 'verbatim_string_literal'],
};

/** HCL's grammar names its punctuation; nobody reads it. */
const punctuation =
  /^(?:comment|(?:block|object|tuple|quoted_template|template_interpolation|template_directive)_(?:start|end)|strip_marker)$/;

export type GrammarName = keyof typeof grammarFiles;

/** Parses code at once; its grammar is loaded. */
export interface CodeParser {
  /**
   * @param parsed what the grammar is given
   * @param code what the nodes' text is taken from: as long, but for white space at the end, and the same but for what was
   *   masked so that the grammar can read it
   */
  readonly parse: (parsed: string, code?: string) => ParsedCode;
}

export interface ParsedCode {
  readonly root: Syntax;
  /** Where the code is not as the grammar wants it, outermost first. */
  readonly errors: readonly { readonly start: number; readonly end: number; readonly text: string }[];
}

let starting: Promise<void> | undefined;
const parsers = new Map<GrammarName, Promise<CodeParser>>();

/** The parser of a grammar; loads it when it is the first time. */
export const parserOf = (name: GrammarName): Promise<CodeParser> => {
  const known = parsers.get(name) ?? load(name);
  parsers.set(name, known);
  return known;
};

const load = async (name: GrammarName): Promise<CodeParser> => {
  starting ??= Parser.init();
  await starting;
  const language = await Language.load(require.resolve(grammarFiles[name]));
  const parser = new Parser();
  parser.setLanguage(language);
  const table: GrammarTable = {
    names: language.types.map((type, id) =>
      language.nodeTypeIsNamed(id) && !punctuation.test(type) ? type : null,
    ),
    leaves: new Set(language.types.flatMap((type, id) => (leaves[name].includes(type) ? [id] : []))),
    // Fields tell nothing in HCL, and are a call for each node.
    fields: name === 'hcl' ? null : language.fields,
  };
  return {
    parse: (parsed, code = parsed) => {
      const tree = parser.parse(parsed);
      if (tree === null) throw new Error(`the ${name} grammar gave no tree`);
      try {
        return { root: copyTree(tree, table, code), errors: errorsOf(tree, code) };
      } finally {
        tree.delete();
      }
    },
  };
};

const errorsOf = (tree: Tree, code: string): ParsedCode['errors'] =>
  tree.rootNode.hasError
    ? errorsIn(tree.rootNode).map(({ startIndex: start, endIndex: end }) => ({
        start,
        end,
        text: code.slice(start, end),
      }))
    : [];

const errorsIn = (node: Node): Node[] => {
  if (!node.hasError) return [];
  if (node.isError || node.isMissing) return [node];
  return node.children.flatMap(errorsIn);
};
