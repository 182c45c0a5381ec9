import type { Syntax } from '../syntax.ts';
import type { Code, Import, Program, Statement } from './program.ts';
import { literal, text } from './program.ts';

/** What differs between the languages: which nodes are statements and imports, and how a value is read. */
export interface FrontEnd {
  /** The statements of a node, or undefined where it is none and is to be searched. */
  readonly statements: (node: Syntax) => Statement[] | undefined;
  /** The imports of a node, or undefined where it is none. */
  readonly imports: (node: Syntax) => Import[] | undefined;
}

/** Reads what can be read, wherever it stands; code that the grammar could not place is searched as well. */
export const readProgram = (root: Syntax, { statements, imports }: FrontEnd): Program => {
  const program = { imports: [] as Import[], statements: [] as Statement[] };
  const visit = (node: Syntax): void => {
    const imported = imports(node);
    if (imported !== undefined) {
      program.imports.push(...imported);
      return;
    }
    const found = statements(node);
    if (found !== undefined) program.statements.push(...found);
    else node.children.forEach(visit);
  };
  visit(root);
  return program;
};

export const unknown = (node: Syntax): Code => ({ kind: 'unknown', source: node.text });

/** `const x = …`, `x = …` in Java and TypeScript, whose grammars name the parts alike. */
export const assignment = (node: Syntax, read: (value: Syntax) => Code): Statement[] | undefined => {
  const variable = node.child('name') ?? node.child('left');
  const value = node.child('value') ?? node.child('right');
  if (variable?.type !== 'identifier' || value === undefined) return undefined;
  return [{ variable: variable.text, value: read(value), span: node }];
};

/** Children that are code. */
export const codeChildren = (node: Syntax): Syntax[] =>
  node.children.filter(({ type }) => !type.includes('comment'));

/** A number as C-like languages and Python write it: `1_000`, `0x1f`, `10L`, `1.5`. */
export const numberLiteral = (written: string): Code => {
  const value = Number(written.replaceAll('_', '').replace(/(?<=^[\d.]+)[lLfFdDmMuU]+$/, ''));
  return Number.isNaN(value) ? { kind: 'unknown', source: written } : literal(value);
};

/** `-x`, `+x`: only numbers have a sign. */
export const signed = (operator: string, operand: Code, node: Syntax): Code => {
  if (operand.kind === 'literal' && typeof operand.value === 'number') {
    if (operator === '-') return literal(-operand.value);
    if (operator === '+') return operand;
  }
  return unknown(node);
};

/** `a + b`: in CDKTF programs it makes texts longer. */
export const sum = (operator: string, left: Code, right: Code, node: Syntax): Code =>
  operator === '+' ? text([left, right]) : unknown(node);

const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
  v: '\v',
  '0': '\0',
  '\n': '',
};

/** What a text between quotes stands for, with the escapes that the five languages share. */
export const unescapeText = (written: string): string =>
  written.replaceAll(
    /\\(?:u\{([0-9a-fA-F]+)\}|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|x([0-9a-fA-F]{2})|([\s\S]))/g,
    (_, braced?: string, short?: string, long?: string, byte?: string, single?: string) => {
      const code = braced ?? short ?? long ?? byte;
      if (code !== undefined) return String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0x10ffff));
      return escapes[single ?? ''] ?? single ?? '';
    },
  );
