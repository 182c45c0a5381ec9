/**
 * What a page needs and does not make is made by another page's example: alicloud_ecs_disks lists what the example
 * of alicloud_ecs_disk makes, and the argument `hpc_cluster_id` takes the id of what alicloud_ecs_hpc_cluster makes.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parsePage } from '../../docs-parser/index.ts';
import type { PageSpec } from '../../docs-parser/index.ts';
import type { GivenBlock } from '../scenario.ts';
import { undeclaredIn } from './graph-references.ts';
import { linkTypesOf } from './link-types.ts';
import { newerTypeOf, singularsOf, targetTypes } from './reference-names.ts';
import { providerOf } from './values.ts';

/** Pages by type: "alicloud_vpc", "data.alicloud_zones". */
export type Companions = ReadonlyMap<string, PageSpec>;

/**
 * The pages that lie beside a page, of the resources that it lists, refers to, or takes ids of.
 * @param file where the page lies
 */
export const companionsOf = async (page: PageSpec, file: string): Promise<Companions> => {
  const beside = new Beside(page, file);
  for (const type of wantedBy(page)) await beside.add(type);
  // What a data source lists may need what its own example leaves out.
  const listed = page.kind === 'data-source' ? singularsOf(page.name) : [];
  for (const type of listed) {
    const companion = beside.found.get(type);
    for (const wanted of companion === undefined ? [] : wantedBy(companion)) await beside.add(wanted);
  }
  return beside.found;
};

const wantedBy = (page: PageSpec): string[] => {
  const graphs = page.examples.flatMap(({ graph }) => graph ?? []);
  const listed = graphs.flatMap(({ blocks }) => blocks).filter(({ kind }) => kind === 'data');
  return [
    ...(page.kind === 'data-source' ? singularsOf(page.name) : []),
    ...(page.deprecated === null ? [] : singularsOf(page.name).map(newerTypeOf)),
    ...graphs.flatMap(undeclaredIn),
    ...listed.flatMap(({ type }) => [...singularsOf(type), `data.${type}`]),
    ...graphs.flatMap(({ blocks }) =>
      blocks.flatMap(({ type }) => (type.endsWith('_attachment') ? type : [])),
    ),
    ...page.arguments.flatMap(({ name }) => targetTypes(name, providerOf(page.name))),
    ...linkTypesOf(page),
  ];
};

/** Pages of the folders r/ and d/ beside a page, each read once in a process. */
class Beside {
  readonly found = new Map<string, PageSpec>();
  readonly #page: PageSpec;
  readonly #folder: string;
  readonly #ending: string;

  constructor(page: PageSpec, file: string) {
    this.#page = page;
    this.#folder = path.join(path.dirname(file), '..');
    this.#ending = /^[^.]+(\..+)$/.exec(path.basename(file))?.[1] ?? '';
  }

  async add(type: string): Promise<void> {
    if (this.found.has(type) || (type === this.#page.name && this.#page.kind === 'resource')) return;
    const page = await this.#read(type);
    if (page === null) return;
    // A page of an older name may have no example that still works.
    const newer = page.deprecated?.instead ?? renamedTo(page);
    const stands = newer !== null && page.examples.length === 0 ? await this.#read(newer) : null;
    this.found.set(type, stands ?? page);
  }

  #read(wanted: string): Promise<PageSpec | null> {
    const type = wanted.replace(/^data\./, '');
    const stem = type.slice(providerOf(type).length + 1);
    const file = path.join(this.#folder, type === wanted ? 'r' : 'd', `${stem}${this.#ending}`);
    return existsSync(file) ? readOnce(file) : Promise.resolve(null);
  }
}

/** "This resource has been renamed to alicloud_ecs_snapshot from version 1.120.0" */
const renamedTo = ({ notes }: PageSpec): string | null =>
  notes.map(({ text }) => /\brenamed to\s+`?(\w+)/.exec(text)?.[1]).find((name) => name !== undefined) ??
  null;

const pages = new Map<string, { source: string; page: Promise<PageSpec> }>();

const readOnce = (file: string): Promise<PageSpec> => {
  const source = readFileSync(file, 'utf8');
  const known = pages.get(file);
  if (known?.source === source) return known.page;
  const page = parsePage(source, { file });
  pages.set(file, { source, page });
  return page;
};

/** Two examples may have a block of one name: those of another page get an ending. */
const ending = '-made';

/** Blocks of another page's example under names of their own. */
export const renamedBlocks = (blocks: readonly GivenBlock[], suffix = ending): GivenBlock[] =>
  renamedIn(blocks, new Map(blocks.map(({ address }) => [address, `${address}${suffix}`])));

/** Blocks in which addresses, their own and those that they refer to, are replaced. */
export const renamedIn = (blocks: readonly GivenBlock[], names: ReadonlyMap<string, string>): GivenBlock[] =>
  blocks.map((block) => {
    let text = JSON.stringify(block);
    for (const [address, name] of names) {
      const written = address.replaceAll('.', '\\.');
      text = text.replaceAll(new RegExp(`(\\$\\{|")${written}(?=[.}"[])`, 'g'), `$1${name}`);
    }
    return JSON.parse(text) as GivenBlock;
  });
