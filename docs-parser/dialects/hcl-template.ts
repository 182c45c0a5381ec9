import type { Expression } from '../resource-graph.ts';
import { readExpression, unescapeHcl } from './hcl-expression.ts';
import type { Scope } from './hcl-expression.ts';
import type { Syntax } from './syntax.ts';

/**
 * A quoted text or a heredoc. The text is what stands between the interpolations in the source: the grammar
 * drops white space between them.
 */
export const readTemplate = (node: Syntax, scope: Scope): Expression => {
  const [template] = node.children;
  if (template === undefined) return { kind: 'unknown', source: node.text };
  const isHeredoc = template.type === 'heredoc_template';
  const { start, end } = isHeredoc
    ? heredocBody(template)
    : { start: template.start + 1, end: template.end - 1 };
  const parts: Expression[] = [];
  const addText = (from: number, to: number): void => {
    if (to > from) parts.push({ kind: 'literal', value: template.between(from, to) });
  };
  let at = start;
  for (const part of template.children) {
    if (part.type !== 'template_interpolation' && part.type !== 'template_directive') continue;
    addText(at, part.start);
    const inner = part.all('expression')[0];
    parts.push(
      part.type === 'template_directive' || inner === undefined
        ? { kind: 'unknown', source: part.text }
        : readExpression(inner, scope),
    );
    at = part.end;
  }
  addText(at, end);
  const isIndented = isHeredoc && template.text.startsWith('<<-');
  return templateOf((isIndented ? outdent(parts) : parts).map((part) => unescaped(part, isHeredoc)));
};

/** From the line after the marker to the line before the closing one, the last line break included. */
const heredocBody = (template: Syntax): { start: number; end: number } => {
  const { text } = template;
  const start = template.start + text.indexOf('\n') + 1;
  const end = template.start + text.lastIndexOf('\n') + 1;
  return { start, end: Math.max(start, end) };
};

const unescaped = (part: Expression, isHeredoc: boolean): Expression => {
  if (part.kind !== 'literal' || typeof part.value !== 'string') return part;
  // In a heredoc a backslash is a backslash.
  const text = isHeredoc
    ? part.value.replaceAll('$${', '${').replaceAll('%%{', '%{')
    : unescapeHcl(part.value);
  return { kind: 'literal', value: text };
};

/** Terraform makes nothing of a template with one part. */
export const templateOf = (parts: readonly Expression[]): Expression => {
  const [only] = parts;
  if (only === undefined) return { kind: 'literal', value: '' };
  return parts.length === 1 ? only : { kind: 'template', parts: [...parts] };
};

/** `<<-` takes the common indentation of its lines away. */
const outdent = (parts: readonly Expression[]): Expression[] => {
  // A line may begin with an interpolation, which stands for a character that is no space.
  const whole = parts.map((part) => (part.kind === 'literal' ? String(part.value) : '\u0000')).join('');
  const indents = whole
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => /^[ \t]*/.exec(line)?.[0].length ?? 0);
  const common = indents.length === 0 ? 0 : Math.min(...indents);
  const indent = new RegExp(`(^|\n)[ \t]{0,${common}}`, 'g');
  const inLine = new RegExp(`\n[ \t]{0,${common}}`, 'g');
  return parts.map((part, index) =>
    part.kind === 'literal'
      ? {
          kind: 'literal',
          value:
            index === 0
              ? String(part.value).replaceAll(indent, '$1')
              : String(part.value).replaceAll(inLine, '\n'),
        }
      : part,
  );
};
