/**
 * What a data source's page is about is made by another page's resource: alicloud_ecs_disks lists what the
 * example of alicloud_ecs_disk makes. With that page at hand, a data source whose example looks for
 * placeholders ("example_value") can be asked for something that is there.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parsePage } from '../../docs-parser/index.ts';
import type { PageSpec } from '../../docs-parser/index.ts';
import type { GivenBlock, Value } from '../scenario.ts';
import { readExamples, subjectOf } from './example.ts';
import type { Subject } from './example.ts';

/** "ecs_snapshot_policies" → "ecs_snapshot_policy", then "ecs_snapshot_policie". */
const singularsOf = (plural: string): string[] => [
  ...(plural.endsWith('ies') ? [`${plural.slice(0, -3)}y`] : []),
  ...(plural.endsWith('s') ? [plural.slice(0, -1)] : []),
];

/**
 * The page of the resource that a data source lists: r/ecs_disk.html.markdown beside d/ecs_disks.html.markdown.
 * @param file where the data source's page lies
 * @returns null where there is none
 */
export const companionOf = async (page: PageSpec, file: string): Promise<PageSpec | null> => {
  if (page.kind !== 'data-source') return null;
  const [, stem = '', ending = ''] = /^([^.]+)(\..+)$/.exec(path.basename(file)) ?? [];
  for (const singular of singularsOf(stem)) {
    const found = path.join(path.dirname(file), '..', 'r', `${singular}${ending}`);
    if (existsSync(found)) return parsePage(readFileSync(found, 'utf8'), { file: found });
  }
  return null;
};

/**
 * A data source, asked for all details: for what the companion's example makes, unless its own example finds
 * something already, since it refers to a block that it makes, or it cannot be asked for an id.
 */
export const furnished = (page: PageSpec, subject: Subject, companion: PageSpec | null): Subject =>
  (companion && askingFor(companion, page, subject)) ?? {
    ...subject,
    arguments: { ...details(page), ...subject.arguments },
  };

const askingFor = (companion: PageSpec, page: PageSpec, subject: Subject): Subject | null => {
  const looksForOwn = JSON.stringify(subject.arguments).includes('${');
  const hasIds = page.arguments.some(({ path: names }) => names.join('.') === 'ids');
  const made = subjectOf(companion, readExamples(companion));
  if (looksForOwn || !hasIds || typeof made === 'string') return null;
  const own = { address: made.address, arguments: made.arguments };
  const blocks = [...made.given, own].map((block) => renamed(block, [...made.given, own]));
  const needed = page.arguments
    .filter(({ path: names, flags }) => names.length === 1 && flags.required && !flags.optional)
    .flatMap(({ name }): [string, Value][] => {
      const value = subject.arguments[name];
      return value === undefined ? [] : [[name, value]];
    });
  return {
    ...subject,
    given: [...subject.given, ...blocks],
    arguments: { ...Object.fromEntries(needed), ...details(page), ids: [`\${${made.address}${ending}.id}`] },
  };
};

/** Many data sources tell part of their attributes only where they are asked to. */
const details = (page: PageSpec): Record<string, Value> =>
  page.arguments.some(({ path: names }) => names.join('.') === 'enable_details')
    ? { enable_details: true }
    : {};

/** Both examples may have a block of one name. */
const ending = '-made';

const renamed = (block: GivenBlock, all: readonly GivenBlock[]): GivenBlock => {
  let text = JSON.stringify(block);
  for (const { address } of all) {
    const written = address.replaceAll('.', '\\.');
    text = text.replaceAll(new RegExp(`(\\$\\{|")${written}(?=[.}"[])`, 'g'), `$1${address}${ending}`);
  }
  return JSON.parse(text) as GivenBlock;
};
