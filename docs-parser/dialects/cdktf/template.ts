import type { Expression } from '../../resource-graph.ts';
import { readExpression, withPath } from '../hcl-expression.ts';
import type { Scope } from '../hcl-expression.ts';
import { templateOf } from '../hcl-template.ts';
import type { Syntax } from '../syntax.ts';
import type { CodeParser } from '../tree-sitter.ts';

/**
 * A text of a CDKTF program. Terraform reads it as a template, so `"${" + name.value + "}-a"` and
 * `"${var.name}-a"` are what HCL would make of them. The values stand in the template as names, and are put
 * back afterwards.
 */
export const readText = (
  parts: readonly (string | Expression)[],
  hcl: CodeParser,
  scope: Scope,
): Expression => {
  const hasInterpolation = parts.some((part) => typeof part === 'string' && /[$%]\{/.test(part));
  if (!hasInterpolation) return templateOf(joined(parts));
  const values = parts.filter((part) => typeof part !== 'string');
  const source = `x = "${hclTemplate(parts)}"\n`;
  const inside: Scope = new Map([
    ...scope,
    ...values.map((_, index) => [placeholder(index), 'for'] as const),
  ]);
  const { root, errors } = hcl.parse(source);
  const node = errors.length > 0 ? undefined : valueIn(root);
  if (node === undefined) return templateOf(joined(parts));
  return filled(readExpression(node, inside), values);
};

const placeholder = (index: number): string => `__value_${index}`;

const valueIn = (node: Syntax): Syntax | undefined => {
  if (node.type === 'attribute') return node.children[1];
  for (const child of node.children) {
    const found = valueIn(child);
    if (found !== undefined) return found;
  }
  return undefined;
};

/** Texts side by side as one. */
const joined = (parts: readonly (string | Expression)[]): Expression[] => {
  const found: Expression[] = [];
  for (const part of parts) {
    const piece: Expression = typeof part === 'string' ? { kind: 'literal', value: part } : part;
    const last = found.at(-1);
    if (last?.kind === 'literal' && piece.kind === 'literal')
      found[found.length - 1] = { kind: 'literal', value: String(last.value) + String(piece.value) };
    else if (piece.kind !== 'literal' || piece.value !== '') found.push(piece);
  }
  return found;
};

/** What a place in a template is in: an expression, with what closes it, or a text inside one. */
type Inside = '}' | ')' | '"';

/**
 * The parts as the inside of a quoted HCL template. Outside an interpolation a value is wrapped in one;
 * inside, the converter's own wrapping (`${[ for x in ${` + list + `} : x]}`) is no more than parentheses.
 * Between two values it forgets to close the first (`${` + a + `${` + b + `}`).
 */
const hclTemplate = (parts: readonly (string | Expression)[]): string => {
  let source = '';
  let values = 0;
  const open: Inside[] = [];
  const isText = (): boolean => open.length === 0 || open.at(-1) === '"';
  for (const [index, part] of parts.entries()) {
    if (typeof part !== 'string') {
      const name = placeholder(values++);
      source += isText() ? `\${${name}}` : name;
      continue;
    }
    const isAfterValue = typeof parts[index - 1] === 'object';
    if (isAfterValue && open.length === 1 && isUnclosed(part)) source += open.pop() ?? '';
    for (let at = 0; at < part.length; at++) {
      const [char, next] = [part.charAt(at), part.slice(at, at + 2)];
      if (isText() && /^(?:\$\$|%%)\{/.test(part.slice(at, at + 3))) {
        source += part.slice(at, at + 3);
        at += 2;
      } else if (next === '${' || (next === '%{' && isText())) {
        source += isText() ? next : '(';
        open.push(isText() ? '}' : ')');
        at += 1;
      } else if (open.length === 0) source += quoted(char);
      else if (open.at(-1) === '"') {
        source += char === '\\' ? next : char;
        if (char === '\\') at += 1;
        if (char === '"') open.pop();
      } else {
        if (char === '{') open.push('}');
        if (char === '"') open.push('"');
        source += char === '}' ? (open.pop() ?? '}') : char;
      }
    }
  }
  return source;
};

/** A text behind a value that begins the next interpolation, while the value's own is still open. */
export const isUnclosed = (text: string): boolean => /^\$\{/.test(text);

const quoted = (char: string): string => {
  switch (char) {
    case '\n':
      return '\\n';
    case '\r':
      return '\\r';
    case '\t':
      return '\\t';
    case '"':
    case '\\':
      return `\\${char}`;
    default:
      return char;
  }
};

/** The expression with the values where their names stand. */
const filled = (expression: Expression, values: readonly Expression[]): Expression => {
  const fill = (inner: Expression): Expression => filled(inner, values);
  switch (expression.kind) {
    case 'reference': {
      const index = expression.root === 'for' ? /^__value_(\d+)$/.exec(expression.name)?.[1] : undefined;
      const value = index === undefined ? undefined : values[Number(index)];
      return value === undefined ? expression : withPath(value, expression.path);
    }
    case 'list':
      return { ...expression, items: expression.items.map(fill) };
    case 'object':
      return {
        ...expression,
        entries: expression.entries.map(({ key, value }) => ({ key, value: fill(value) })),
      };
    case 'template':
      return templateOf(
        expression.parts.map(fill).flatMap((part) => (part.kind === 'template' ? part.parts : [part])),
      );
    case 'call':
      return { ...expression, arguments: expression.arguments.map(fill) };
    case 'operation':
      return { ...expression, operands: expression.operands.map(fill) };
    case 'conditional':
      return {
        ...expression,
        condition: fill(expression.condition),
        whenTrue: fill(expression.whenTrue),
        whenFalse: fill(expression.whenFalse),
      };
    case 'access':
      return { ...expression, target: fill(expression.target) };
    case 'for':
      return {
        ...expression,
        collection: fill(expression.collection),
        key: expression.key === null ? null : fill(expression.key),
        value: fill(expression.value),
        condition: expression.condition === null ? null : fill(expression.condition),
      };
    case 'literal':
    case 'unknown':
      return expression;
  }
};
