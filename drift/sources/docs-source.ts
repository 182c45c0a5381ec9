/** `docs:DIR`: another version, dialect or language of the same pages. */
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { glob } from 'tinyglobby';
import type { PageCache } from '../../docs-parser/index.ts';
import { parsePages } from '../../docs-parser/pages/parse-pages.ts';
import { compareVersions } from '../compare-versions.ts';
import type { Drift } from '../drift.ts';
import { driftOf } from '../drift.ts';
import { driftKinds } from '../kinds.ts';
import type { Source, Subject } from '../source.ts';
import { DriftSourceError } from '../source.ts';
import { subjectKey } from '../surface.ts';
import type { PageWithSource } from './page.ts';
import { pageSurface } from './page.ts';

/** Everything but what only a run or the API's models can show. */
const shows = driftKinds.filter(
  (kind) => kind !== 'contract-broken' && kind !== 'api-parameter' && kind !== 'api-field',
);

/**
 * Reads every page of a folder.
 * @param cache where specs of unchanged pages come from; null reads every page anew
 * @throws DriftSourceError if it is no folder or has no page
 */
export const readDocsFolder = async (
  folder: string,
  cache: PageCache | null = null,
): Promise<PageWithSource[]> => {
  const facts = await stat(folder).catch(() => null);
  if (facts === null) throw new DriftSourceError(`There is no folder ${folder}.`);
  const files = facts.isDirectory()
    ? (await glob('**/*.{markdown,md}', { cwd: folder, onlyFiles: true }))
        .sort()
        .map((file) => path.join(folder, file))
    : [folder];
  if (files.length === 0) throw new DriftSourceError(`${folder} has no page (*.markdown, *.md).`);
  const pages: PageWithSource[] = [];
  const sources = new Map<string, string>();
  const read = async (file: string): Promise<string> => {
    const source = await readFile(file, 'utf8');
    sources.set(file, source);
    return source;
  };
  for await (const spec of parsePages(files, read, { cache })) {
    const source = sources.get(spec.file) ?? '';
    // A readme or guide beside the pages promises nothing.
    if (!spec.findings.some(({ rule }) => rule === 'page-no-sections' || rule === 'page-empty')) {
      pages.push({ spec, source });
    }
  }
  if (pages.length === 0) throw new DriftSourceError(`${folder} has no page of a resource or data source.`);
  return pages;
};

/** @param folder as it was asked for; a single page will do as well */
export const docsSource = async (folder: string, cache: PageCache | null = null): Promise<Source> => {
  const pages = await readDocsFolder(folder, cache);
  // By its own name, so that a baseline knows its findings again wherever the folder lies.
  const label = `docs ${path.basename(path.resolve(folder))}`;
  const byKey = new Map(pages.map((page) => [subjectKey(page.spec), page]));
  return {
    name: `docs:${folder}`,
    shows,
    subjects: pages.map((page) => ({ surface: pageSurface(page), page })),
    texts: new Map(pages.map(({ spec, source }) => [spec.file, source])),
    compare: ({ surface, page }: Subject): Drift[] => {
      const other = byKey.get(subjectKey(surface));
      if (page !== null && other !== undefined) {
        return compareVersions(page, other, 'the other page').map((drift) => labelled(drift, label));
      }
      if (other === undefined) return [newPage(surface, label, folder)];
      throw new DriftSourceError(
        `docs:${folder} can only be compared with pages. Swap the two sides: --from docs:${folder}.`,
      );
    },
  };
};

/** Messages say "the other page"; the quoted side says which. */
const labelled = (drift: Drift, label: string): Drift => ({
  ...drift,
  against: { ...drift.against, source: label },
});

const newPage = (surface: Subject['surface'], label: string, folder: string): Drift =>
  driftOf(
    {
      kind: 'subject',
      severity: 'info',
      message: `${label} has no page of ${surface.name}.`,
      from: surface.place,
      breaking: false,
    },
    surface,
    {
      ...surface,
      source: label,
      isPage: true,
      place: { file: folder, position: null, quote: `no page of ${surface.name}` },
    },
  );
