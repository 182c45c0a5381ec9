import type { Code, InlineCode, Nodes } from 'mdast';
import type { Finding, IdFormat, Import } from '../page-spec.ts';
import { placeOf } from '../place.ts';
import type { Position } from '../position.ts';
import { finding } from '../rules.ts';
import type { Section } from './split.ts';

const commandPattern = /^\s*(?:[$%]\s*)?(terraform\s+import\s+(\S+)\s+(.+?))\s*$/;

/** The first `terraform import` command of the section; later ones are for older providers. */
export const readImport = (
  section: Section,
  idFormat: IdFormat | null,
  pageType: string,
): { import: Import | null; findings: Finding[] } => {
  for (const code of section.nodes.flatMap(codesIn)) {
    // A backslash at a line's end goes on in the next line.
    for (const [at, line] of code.value
      .replace(/\\\n\s*/g, '')
      .split('\n')
      .entries()) {
      const match = commandPattern.exec(line);
      if (match?.[1] === undefined || match[2] === undefined || match[3] === undefined) continue;
      const position = commandPlace(code, at, line, match[1]);
      const read = importOf(match[1], match[2], match[3], idFormat, position);
      return {
        import: read,
        findings: importFindings(read, idFormat, pageType),
      };
    }
  }
  for (const inline of section.nodes.flatMap(inlineCodesIn)) {
    const match = commandPattern.exec(inline.value);
    if (match?.[1] === undefined || match[2] === undefined || match[3] === undefined) continue;
    const read = importOf(match[1], match[2], match[3], idFormat, placeOf(inline));
    return { import: read, findings: importFindings(read, idFormat, pageType) };
  }
  for (const code of section.nodes.flatMap(codesIn)) {
    const read = importBlock(code, idFormat);
    if (read !== null) return { import: read, findings: importFindings(read, idFormat, pageType) };
  }
  return { import: null, findings: [] };
};

/** `import { to = …, id = "…" }` (Terraform 1.5): read as the command that does the same. */
const importBlock = (code: Code, idFormat: IdFormat | null): Import | null => {
  const at = code.value.search(/^[ \t]*import[ \t]*\{/m);
  if (at === -1) return null;
  const block = code.value.slice(at).split('}')[0] ?? '';
  const address = /^[ \t]*to[ \t]*=[ \t]*(\S+)/m.exec(block)?.[1];
  const id = /^[ \t]*id[ \t]*=[ \t]*"([^"\n]+)"/m.exec(block)?.[1];
  if (address === undefined || id === undefined) return null;
  const lines = code.value.slice(0, at).split('\n').length - 1;
  const line = code.value.split('\n')[lines] ?? '';
  const position = commandPlace(code, lines, line, line.trim());
  return importOf(`terraform import ${address} ${id}`, address, id, idFormat, position);
};

const codesIn = (node: Nodes): Code[] =>
  node.type === 'code' ? [node] : 'children' in node ? node.children.flatMap((child) => codesIn(child)) : [];

/** A command in running text: "`terraform import x.y ID`". */
const inlineCodesIn = (node: Nodes): InlineCode[] =>
  node.type === 'inlineCode'
    ? [node]
    : 'children' in node
      ? node.children.flatMap((child) => inlineCodesIn(child))
      : [];

/** A fence's first line of code is the line behind its opening. */
const commandPlace = (code: Code, at: number, line: string, command: string): Position => {
  const first = (code.position?.start.line ?? 1) + 1 + at;
  const column = (code.position?.start.column ?? 1) + line.indexOf(command);
  return {
    line: first,
    column,
    endLine: first,
    endColumn: column + command.length,
  };
};

const importOf = (
  command: string,
  address: string,
  written: string,
  idFormat: IdFormat | null,
  position: Position,
): Import => {
  const [resourceType = address, resourceName = ''] = address.split('.');
  const id = written.replace(/^["'`]|["'`]$/g, '').replace(/(?<=\S)\.$/, '');
  const separator = idFormat?.separator ?? (id.includes(':') ? ':' : null);
  const parts = separator === null ? [id] : id.split(separator);
  return {
    command,
    address,
    resourceType,
    resourceName,
    id,
    parts,
    separator: parts.length > 1 ? separator : null,
    position,
  };
};

const importFindings = (
  { resourceType, parts, position }: Import,
  idFormat: IdFormat | null,
  pageType: string,
): Finding[] => [
  ...(resourceType === pageType
    ? []
    : [
        finding(
          'import-type-mismatch',
          position,
          `The command imports ${resourceType}, the page is about ${pageType}.`,
        ),
      ]),
  ...(idFormat === null || idFormat.parts.length === parts.length
    ? []
    : [
        finding(
          'import-arity',
          position,
          `The id has ${parts.length} parts; the id format ${idFormat.template} has ${idFormat.parts.length}.`,
        ),
      ]),
];
