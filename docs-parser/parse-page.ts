import type { Code, Nodes, Root } from 'mdast';
import type { PageNames } from './dialects/known-names.ts';
import { readExample } from './dialects/read-example.ts';
import { namesOf } from './example-names.ts';
import { checkExamples } from './example-findings.ts';
import { parseMarkdown } from './markdown.ts';
import type { Example, Finding, PageSpec } from './page-spec.ts';
import { Places, placeOf } from './place.ts';
import { readableSource, tooDeep, UnreadablePageError } from './readable-source.ts';
import { finding } from './rules.ts';
import { readArguments, readAttributes } from './sections/arguments.ts';
import { unclassifiedWithin } from './sections/entries.ts';
import { readFrontMatter } from './sections/front-matter.ts';
import { readIdFormat } from './sections/id-format.ts';
import { readImport } from './sections/import.ts';
import { readDescription, readNotes } from './sections/notes.ts';
import { readRegistrySchema } from './sections/registry-schema.ts';
import { renderingFindings } from './sections/rendering.ts';
import { splitSections } from './sections/split.ts';
import type { Section, SectionKind } from './sections/split.ts';
import { readTimeouts, timeoutFindings } from './sections/timeouts.ts';
import { readTitle } from './sections/title.ts';
import { readVersion } from './text/version.ts';
import { oneLine } from './text/plain-text.ts';

/**
 * Reads a documentation page. What the page gets wrong is read nevertheless and becomes a finding.
 * @param source the page's Markdown
 * @param options.file its path, for names and messages; the file is not read
 * @throws UnreadablePageError if the text is no text, or far larger than any page
 */
export const parsePage = async (source: string, options: { readonly file: string }): Promise<PageSpec> =>
  (await parsePageWithTree(source, options)).page;

/** The same, with the Markdown tree and the text that it was made of, for who looks at the page's form as well. */
export const parsePageWithTree = async (
  source: string,
  { file }: { readonly file: string },
): Promise<{ page: PageSpec; tree: Root; text: string }> => {
  const text = readableSource(source, file);
  try {
    const tree = parseMarkdown(text);
    return { page: await readPage(tree, text, file), tree, text };
  } catch (error) {
    // The stack is used up: lists in each other over thousands of lines.
    if (error instanceof RangeError) throw new UnreadablePageError(file, tooDeep);
    throw error;
  }
};

const readPage = async (root: Root, source: string, file: string): Promise<PageSpec> => {
  const places = new Places(source);
  const sections = splitSections(root);
  const nodesOf = (kind: SectionKind): Section['nodes'] =>
    sections.filter((section) => section.kind === kind).flatMap((section) => section.nodes);
  const description = readDescription(nodesOf('introduction'), source, places);
  const { frontMatter, findings: matterFindings } = await readFrontMatter(root);
  const { title, findings: titleFindings } = readTitle(root, frontMatter, file, description[0]?.text ?? '');
  const notes = sections.flatMap((section) => readNotes(section, source, places));
  const { arguments: args, findings: argumentFindings } = readArguments(nodesOf('arguments'), source);
  const { attributes, findings: attributeFindings } = readAttributes(nodesOf('attributes'), source);
  const registry = readRegistrySchema(nodesOf('schema'));
  const allAttributes = [...attributes, ...registry.attributes];
  const id = readIdFormat(allAttributes);
  const importSection = sections.find(({ kind }) => kind === 'import');
  const imported =
    importSection === undefined ? { import: null, findings: [] } : readImport(importSection, id, title.name);
  const { examples, findings: exampleFindings } = await readExamples(
    sections,
    namesOf(title.name, args, attributes),
  );
  const page: PageSpec = {
    schemaVersion: 1,
    file,
    name: title.name,
    kind: title.kind,
    position: title.position,
    subcategory: frontMatter.subcategory,
    pageTitle: frontMatter.pageTitle,
    summary: frontMatter.summary,
    description,
    availableSince: availability(notes),
    deprecated: deprecation(notes, title.name),
    notes,
    examples,
    arguments: [...args, ...registry.arguments],
    attributes: allAttributes,
    id,
    timeouts: [
      ...sections.filter(({ kind }) => kind === 'timeouts').flatMap(readTimeouts),
      ...registry.timeouts,
    ],
    import: imported.import,
    findings: [],
  };
  const findings = [
    ...pageFindings(source, sections),
    ...matterFindings,
    ...titleFindings,
    ...renderingFindings(sections, source, places),
    ...argumentFindings,
    ...attributeFindings,
    ...registry.findings,
    ...sections.flatMap((section) => strayBullets(section)),
    ...imported.findings,
    ...exampleFindings,
    ...checkExamples(page),
  ];
  return { ...page, findings: findings.sort(byPlace) };
};

const byPlace = ({ position: a }: Finding, { position: b }: Finding): number =>
  a.line - b.line || a.column - b.column;

/** List items where nothing is listed that the spec could hold. */
const strayBullets = (section: Section): Finding[] => {
  if (section.kind === 'timeouts') return timeoutFindings(section);
  return ['example', 'import', 'other'].includes(section.kind)
    ? section.nodes.flatMap(unclassifiedWithin)
    : [];
};

const pageFindings = (source: string, sections: readonly Section[]): Finding[] => {
  if (source.trim() === '') return [finding('page-empty', placeOf(null))];
  const promises: readonly SectionKind[] = ['arguments', 'attributes', 'schema', 'import', 'example'];
  return sections.some(({ kind }) => promises.includes(kind))
    ? []
    : [finding('page-no-sections', placeOf(null))];
};

const codesIn = (node: Nodes): Code[] =>
  node.type === 'code' ? [node] : 'children' in node ? node.children.flatMap((child) => codesIn(child)) : [];

const readExamples = async (
  sections: readonly Section[],
  names: PageNames,
): Promise<{ examples: Example[]; findings: Finding[] }> => {
  const examples: Example[] = [];
  const findings: Finding[] = [];
  for (const section of sections.filter(({ kind }) => kind === 'example')) {
    for (const { code, title } of titledCodes(section)) {
      const language = code.lang ?? null;
      const fence = placeOf(code);
      const start = { line: fence.line + 1, column: fence.column };
      const read = await readExample(code.value, language, start, names);
      const position = {
        ...fence,
        line: fence.line + 1,
        endLine: Math.max(fence.line + 1, fence.endLine - 1),
        endColumn: lastColumn(code),
      };
      examples.push({
        title,
        language,
        dialect: read.dialect,
        graph: read.graph,
        position,
      });
      findings.push(...read.findings);
    }
  }
  return { examples, findings };
};

const lastColumn = (code: Code): number =>
  (code.position?.start.column ?? 1) + code.value.length - (code.value.lastIndexOf('\n') + 1);

/** Code with the last paragraph or heading before it that names it. */
const titledCodes = (section: Section): { code: Code; title: string | null }[] => {
  let title: string | null = null;
  return section.nodes.flatMap((node) => {
    if (node.type === 'heading')
      title = oneLine(node.children.map((child) => ('value' in child ? child.value : '')).join(''));
    return codesIn(node).map((code) => ({ code, title }));
  });
};

/** "Available in 1.68.0+.", "Available since v1.68.0." */
const availability = (notes: readonly PageSpec['notes'][number][]): PageSpec['availableSince'] => {
  for (const { text, section, position } of notes) {
    const version =
      section === 'introduction' && /^available\s+(?:in|since|from)\b/i.test(text) ? readVersion(text) : null;
    if (version !== null) return { version, position };
  }
  return null;
};

const deprecation = (notes: readonly PageSpec['notes'][number][], name: string): PageSpec['deprecated'] => {
  const note = notes.find(({ label, section }) => section === 'introduction' && label.startsWith('DEPRECAT'));
  if (note === undefined) return null;
  // What to use instead is the last type of the same provider that the note names.
  const provider = name.split('_')[0] ?? '';
  const named = (note.text.match(/[a-z][a-z0-9_]*/g) ?? []).filter((word) => word.startsWith(`${provider}_`));
  return { since: readVersion(note.text), instead: named.at(-1) ?? null, position: note.position };
};
