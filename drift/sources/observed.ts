/** What was seen when the promises of a page were tried: results of a contract run as drift. */
import type { PageResult, Result } from '../../scenarios/result.ts';
import type { Drift } from '../drift.ts';
import { driftOf } from '../drift.ts';
import type { DriftKind } from '../kinds.ts';
import type { Place, Surface } from '../surface.ts';
import type { PagePlaces } from './page.ts';

/** Kinds of promises that are drift of the same kind where they are not kept. */
const kindsOfPromises: Partial<Record<Result['kind'], DriftKind>> = {
  required: 'required-optional',
  optional: 'required-optional',
  default: 'default',
  'valid-values': 'valid-values',
  'force-new': 'force-new',
  update: 'force-new',
  'id-format': 'id-format',
  import: 'import',
  timeout: 'timeouts',
  limit: 'limit',
};

/**
 * A finding for each promise that was not kept. A promise that could not be checked is none.
 * @param driver what carried the scenarios out, for the report
 */
export const observedDrift = (
  { results }: PageResult,
  surface: Surface,
  places: PagePlaces | null,
  driver: string,
): Drift[] =>
  results.flatMap((result): Drift[] => {
    if (result.verdict !== 'failed' || result.failure === null) return [];
    const { failure, scenario, title, page } = result;
    // What the emulator cannot do says nothing of the page.
    if (failure.calls.some(({ status }) => status === 501) || failure.blame?.on === 'binding') return [];
    const observed: Surface = {
      ...surface,
      source: `the emulator (driver ${driver})`,
      isPage: false,
      place: observation(failure),
    };
    const from = page === null || places === null ? undefined : places.at(page.position);
    const drift = driftOf(
      {
        kind: kindOf(result),
        severity: 'error',
        path: pathOf(scenario),
        detail: scenario,
        message: `The page promises: ${title}. Expected was ${failure.expected}; observed was ${failure.observed.replace(/\.$/, '')}.`,
        ...(failure.blame === null
          ? {}
          : { suggestion: `To blame is the ${failure.blame.on}: ${failure.blame.because}` }),
        from,
        against: observed.place,
      },
      surface,
      observed,
    );
    return [
      { ...drift, command: `alimock check ${surface.place.file} --driver ${driver} --filter ${scenario}` },
    ];
  });

/** An update that replaces the resource shows that an argument is ForceNew; any other failure of it does not. */
const kindOf = ({ kind, failure }: Result): DriftKind => {
  const known = kindsOfPromises[kind] ?? 'contract-broken';
  const isAboutReplacing = /replac|in place|new resource/i.test(
    `${failure?.expected ?? ''} ${failure?.observed ?? ''}`,
  );
  return known === 'force-new' && !isAboutReplacing ? 'contract-broken' : known;
};

/** "alicloud_vpc/argument/cidr_block/force-new" → "cidr_block" */
const pathOf = (scenario: string): string | null =>
  /\/(?:argument|attribute)s?\/([a-z0-9_.]+)/.exec(scenario)?.[1] ?? null;

const observation = ({ doing, observed, calls }: NonNullable<Result['failure']>): Place => ({
  file: '',
  position: null,
  quote: [
    `${doing}: ${observed}`,
    ...calls.map(({ action, status, code }) => `${action} ${status} ${code ?? ''}`.trim()),
  ].join('\n'),
});
