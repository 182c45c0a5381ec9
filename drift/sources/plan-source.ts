/** `emulator:plan`: ForceNew, Computed and whatever else Terraform's plan of a page's example shows. */
import type { Observation } from '../../scenarios/observe/observation.ts';
import { compareSurfaces } from '../compare.ts';
import type { Drift } from '../drift.ts';
import type { Source, Subject } from '../source.ts';
import { DriftSourceError } from '../source.ts';
import { observableKinds, observationSurface } from './observation-surface.ts';
import type { PageWithSource } from './page.ts';

export const planSourceName = 'emulator:plan';

/** Looks what Terraform does with the example of a page; null where it has none that can be planned. */
export type Observe = (page: PageWithSource) => Promise<Observation | null>;

export const planSource = (observe: Observe): Source => ({
  name: planSourceName,
  shows: observableKinds,
  subjects: null,
  texts: new Map(),
  compare: (subject: Subject) => plannedDrift(subject, observe),
});

/** @throws DriftSourceError if the subject is no page */
export const plannedDrift = async (
  { surface, page }: Subject,
  observe: Observe,
): Promise<readonly Drift[]> => {
  const observation = await observe(pageOf(page));
  if (observation === null) return [];
  return compareSurfaces(surface, observationSurface(observation, surface)).map((drift) =>
    withProof(drift, observation),
  );
};

/** Of all that was seen of a member, what shows this drift. */
const withProof = (drift: Drift, { members }: Observation): Drift => {
  const member = members.find(({ name }) => name === drift.path);
  const seen =
    drift.kind === 'force-new' ? member?.forceNew : drift.kind === 'computed' ? member?.computed : null;
  const words = drift.kind === 'deprecated' ? member?.deprecated : seen?.seen;
  if (words === undefined || words === null) return drift;
  const { against } = drift;
  return { ...drift, against: { ...against, place: { ...against.place, quote: words } } };
};

/** @throws DriftSourceError if there is none */
export const pageOf = (page: PageWithSource | null): PageWithSource => {
  if (page !== null) return page;
  throw new DriftSourceError('Only pages make promises that the emulator can keep: name pages.');
};
