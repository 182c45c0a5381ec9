/**
 * `emulator`: the promises of a page, tried against the emulator. `emulator:REPORT.json` takes the results of a
 * run that was made before, with `alimock check --reporter json`, whatever its driver.
 */
import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import { checkReportSchema } from '../../scenarios/result.ts';
import type { PageResult } from '../../scenarios/result.ts';
import type { Drift } from '../drift.ts';
import type { Source, Subject } from '../source.ts';
import { DriftSourceError } from '../source.ts';
import { commandOf } from '../findings.ts';
import { observableKinds } from './observation-surface.ts';
import { observedDrift } from './observed.ts';
import { PagePlaces } from './page.ts';
import { pageOf, plannedDrift, planSourceName } from './plan-source.ts';
import type { Observe } from './plan-source.ts';
import type { PageWithSource } from './page.ts';

const shows = [
  ...['required-optional', 'default', 'valid-values', 'force-new', 'id-format', 'import', 'limit'],
  ...['timeouts', 'contract-broken'],
];

/** Runs the scenarios of one page. */
export type RunContract = (page: PageWithSource) => Promise<PageResult>;

/**
 * @param driver its name, as `alimock check --driver` takes it
 * @param observe looks at plans as well, where the driver is one that plans
 */
export const emulatorSource = (driver: string, run: RunContract, observe: Observe | null = null): Source => ({
  name: driver === 'sdk' ? 'emulator' : `emulator:${driver}`,
  shows: observe === null ? shows : [...new Set([...shows, ...observableKinds])],
  subjects: null,
  texts: new Map(),
  compare: async (subject: Subject): Promise<readonly Drift[]> => {
    const page = pageOf(subject.page);
    const broken = observedDrift(await run(page), subject.surface, new PagePlaces(page), driver);
    if (observe === null) return broken;
    const planned = (await plannedDrift(subject, observe)).map((drift) => ({
      ...drift,
      // The plan alone shows it in seconds.
      command: commandOf(drift, planSourceName, null),
    }));
    return [...broken, ...planned.filter((drift) => !broken.some((other) => isSame(drift, other)))];
  },
});

/** Seen twice: what was carried out says more than what was planned. */
const isSame = (one: Drift, other: Drift): boolean => one.kind === other.kind && one.path === other.path;

/** @throws DriftSourceError if the file is no report of `alimock check` */
export const checkReportSource = async (file: string): Promise<Source> => {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new DriftSourceError(`Cannot read ${file}: ${error instanceof Error ? error.message : ''}.`);
  });
  const report = checkReportSchema.safeParse(jsonOf(text, file));
  if (!report.success) {
    throw new DriftSourceError(
      `${file} is not what \`alimock check --reporter json\` prints:\n${z.prettifyError(report.error)}`,
    );
  }
  const { driver, pages } = report.data;
  const byName = new Map(pages.map((page) => [page.name, page]));
  return {
    name: `emulator:${file}`,
    shows,
    subjects: null,
    texts: new Map(),
    compare: ({ surface, page }: Subject): readonly Drift[] => {
      const results = byName.get(surface.name);
      if (results === undefined) return [];
      return observedDrift(results, surface, page === null ? null : new PagePlaces(page), driver);
    },
  };
};

const jsonOf = (text: string, file: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new DriftSourceError(`${file} is no JSON: ${error instanceof Error ? error.message : ''}.`);
  }
};
