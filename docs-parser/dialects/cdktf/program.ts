import type { Span } from '../code-place.ts';

/**
 * A CDKTF program, the same whatever language it is written in. Front ends (python.ts, typescript.ts, go.ts,
 * java.ts, csharp.ts) make it from syntax trees; graph.ts makes a resource graph of it. Names are kept as
 * written: `vpcId`, `vpc_id` and `VpcId` become one in names.ts.
 */
export interface Program {
  readonly imports: readonly Import[];
  /** In the order of the source, wherever they stand: in a class, in a constructor, at the top. */
  readonly statements: readonly Statement[];
}

/** A class or a whole module that the program takes from the provider's bindings. */
export interface Import {
  /** Where from, piece by piece: ["imports", "alicloud", "vpc"], ["alicloud", "Vpc", "Peer"]. */
  readonly path: readonly string[];
  /** The name it has in the program; null where the language names no class (`using`, Go's `import`). */
  readonly name: string | null;
}

/** An expression that stands alone, or whose value a variable takes. */
export interface Statement {
  readonly variable: string | null;
  readonly value: Code;
  readonly span: Span;
}

export type Code =
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null }
  /** Texts and values one after the other, as one text. */
  | { readonly kind: 'text'; readonly parts: readonly Code[] }
  | { readonly kind: 'list'; readonly items: readonly Code[] }
  | { readonly kind: 'object'; readonly entries: readonly Entry[] }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'member'; readonly target: Code; readonly name: string }
  | { readonly kind: 'index'; readonly target: Code; readonly key: Code }
  /** A function or a method: a null target is a function that belongs to nothing. */
  | {
      readonly kind: 'call';
      readonly target: Code | null;
      readonly name: string;
      readonly arguments: readonly Code[];
    }
  /** `new Vpc(this, "default", { … })`: arguments are what stands before the configuration. */
  | {
      readonly kind: 'construct';
      /** The class with what qualifies it: ["alicloud", "vpc", "Vpc"]. */
      readonly path: readonly string[];
      readonly arguments: readonly Code[];
      readonly entries: readonly Entry[];
    }
  | { readonly kind: 'unknown'; readonly source: string };

/** A key with its value, in a configuration, a struct or a map. */
export interface Entry {
  readonly key: string;
  /** The key is certainly one of the user's own, and no argument's name: C#'s `{ "key", value }`. */
  readonly isOwn?: boolean;
  readonly value: Code;
  readonly span: Span;
}

export const literal = (value: string | number | boolean | null): Code => ({ kind: 'literal', value });

/** `a + b + c` as one text: the parts of parts come first. */
export const text = (parts: readonly Code[]): Code => ({
  kind: 'text',
  parts: parts.flatMap((part) => (part.kind === 'text' ? part.parts : [part])),
});

/** `a.b.c` as names; undefined where it is more than names. */
export const dottedPath = (code: Code): string[] | undefined => {
  if (code.kind === 'name') return [code.name];
  if (code.kind !== 'member') return undefined;
  const path = dottedPath(code.target);
  return path === undefined ? undefined : [...path, code.name];
};

/** A text without values in it. */
export const plainText = (code: Code): string | undefined => {
  if (code.kind === 'literal') return typeof code.value === 'string' ? code.value : undefined;
  if (code.kind !== 'text') return undefined;
  const parts = code.parts.map(plainText);
  return parts.includes(undefined) ? undefined : parts.join('');
};
