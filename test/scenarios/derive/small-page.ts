/** Small pages of one resource, and what is derived from them. */
import { deriveScenarios } from '../../../scenarios/derive/derive-scenarios.ts';
import type { GivenBlock, Scenario, Value } from '../../../scenarios/scenario.ts';
import { byPromise, readPage } from './pages.ts';

export interface SmallPage {
  /** Body of the page's own block in its example. */
  readonly example: string;
  /** Other blocks of the example. */
  readonly others?: string;
  /** Bullets of the Argument Reference, and what follows it. */
  readonly bullets: readonly string[];
  /** Behind the heading. */
  readonly introduction?: string;
}

/** Scenarios of a page of alicloud_thing by what follows the type in their ids. */
export const scenariosOf = async ({
  example,
  others = '',
  bullets,
  introduction = 'Provides a thing resource.',
}: SmallPage): Promise<ReadonlyMap<string, Scenario>> => {
  const page = await readPage({
    type: 'alicloud_thing',
    introduction,
    example: [others, `resource "alicloud_thing" "main" {\n${example}\n}`],
    arguments: bullets,
  });
  return byPromise(deriveScenarios(page));
};

/** What a scenario creates, and how it changes it. */
export const deeds = (
  scenario: Scenario | undefined,
): { created: Record<string, Value> | null; changed: Record<string, Value> | null; given: GivenBlock[] } => {
  const verbs = scenario?.steps.map(({ when }) => when) ?? [];
  const create = verbs.find((verb) => 'create' in verb);
  const update = verbs.find((verb) => 'update' in verb);
  return {
    created: create === undefined ? null : create.create.arguments,
    changed: update === undefined ? null : update.update.arguments,
    given: scenario?.given ?? [],
  };
};
