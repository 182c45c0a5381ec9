import type { Code, Nodes } from 'mdast';
import type { Finding, IdFormat, Import } from '../page-spec.ts';
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
    for (const [at, line] of code.value.split('\n').entries()) {
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
  return { import: null, findings: [] };
};

const codesIn = (node: Nodes): Code[] =>
  node.type === 'code' ? [node] : 'children' in node ? node.children.flatMap((child) => codesIn(child)) : [];

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
