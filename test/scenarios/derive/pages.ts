/** Small pages, written as the provider's are, and the scenarios that follow from them. */
import { parsePage } from '../../../docs-parser/index.ts';
import type { PageSpec } from '../../../docs-parser/index.ts';
import type { Companions } from '../../../scenarios/derive/companions.ts';
import { deriveScenarios } from '../../../scenarios/derive/derive-scenarios.ts';
import type { Scenario } from '../../../scenarios/scenario.ts';

/** What a page under test has; the rest of a page is the same on all. */
export interface PageParts {
  /** "alicloud_cups" */
  readonly type: string;
  readonly introduction?: string;
  readonly notes?: readonly string[];
  /** Lines of HCL. */
  readonly example: readonly string[];
  readonly arguments: readonly string[];
  readonly attributes?: readonly string[];
}

const sourceOf = ({ type, introduction = 'A page.', notes = [], ...lists }: PageParts): string =>
  [
    '---',
    'subcategory: "ECS"',
    `page_title: "Alicloud: ${type}"`,
    '---',
    `# ${type}`,
    '',
    introduction,
    '',
    ...notes.flatMap((note) => [`-> **NOTE:** ${note}`, '']),
    '## Example Usage',
    '',
    '```terraform',
    ...lists.example,
    '```',
    '',
    '## Argument Reference',
    '',
    'The following arguments are supported:',
    '',
    ...lists.arguments,
    '',
    ...(lists.attributes === undefined
      ? []
      : [
          '## Attributes Reference',
          '',
          'The following attributes are exported:',
          '',
          ...lists.attributes,
          '',
        ]),
  ].join('\n');

export const readPage = (parts: PageParts, folder: 'r' | 'd' = 'r'): Promise<PageSpec> =>
  parsePage(sourceOf(parts), { file: `${folder}/${parts.type.replace('alicloud_', '')}.html.markdown` });

/** The scenarios of a data source's page, with the pages of resources that lie beside it, by their ids below the type. */
export const scenariosOf = async (
  parts: PageParts,
  beside: readonly PageParts[] = [],
): Promise<ReadonlyMap<string, Scenario>> => {
  const page = await readPage(parts, 'd');
  const companions: Companions = new Map(
    await Promise.all(beside.map(async (one) => [one.type, await readPage(one)] as const)),
  );
  return byPromise(deriveScenarios(page, companions));
};

/** Scenarios by their ids below the type. */
export const byPromise = (scenarios: readonly Scenario[]): ReadonlyMap<string, Scenario> =>
  new Map(scenarios.map((scenario) => [scenario.id.slice(scenario.id.indexOf('/') + 1), scenario]));
