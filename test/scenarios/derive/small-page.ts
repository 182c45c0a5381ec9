/** Small pages of one resource, and what is derived from them. */
import { parsePage } from '../../../docs-parser/index.ts';
import { deriveScenarios } from '../../../scenarios/derive/derive-scenarios.ts';
import type { GivenBlock, Scenario, Value } from '../../../scenarios/scenario.ts';

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
}: SmallPage): Promise<Map<string, Scenario>> => {
  const source = [
    '---',
    'subcategory: "ECS"',
    'page_title: "Alicloud: alicloud_thing"',
    '---',
    '# alicloud_thing',
    introduction,
    '## Example Usage',
    '```terraform',
    others,
    `resource "alicloud_thing" "main" {\n${example}\n}`,
    '```',
    '## Argument Reference',
    'The following arguments are supported:',
    ...bullets,
  ].join('\n');
  const scenarios = deriveScenarios(await parsePage(source, { file: 'thing.html.markdown' }));
  return new Map(scenarios.map((scenario) => [scenario.id.replace('alicloud_thing/', ''), scenario]));
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
