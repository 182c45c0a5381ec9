import type { StateEntry } from '../../../scenarios/drivers/terraform/state-file.ts';

const isEmpty = (value: unknown): boolean =>
  value === null || value === '' || (Array.isArray(value) && value.length === 0);

const isObject = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * What a data source page promises and did not come: outputs that are empty, and blocks of the page's type that
 * found nothing, so that no attribute is a list of things.
 * @param type the page's, e.g. "alicloud_vpcs"
 */
export const emptyResults = (
  type: string,
  entries: ReadonlyMap<string, StateEntry>,
  outputs: Readonly<Record<string, unknown>>,
): string[] => {
  const blocks = [...entries].filter(([, entry]) => entry.mode === 'data' && entry.type === type);
  const foundNothing = blocks.filter(([, { instances }]) =>
    instances.some(
      ({ attributes }) =>
        !Object.values(attributes).some((value) => Array.isArray(value) && value.some(isObject)),
    ),
  );
  return [
    ...(blocks.length === 0 ? [`no data.${type}`] : []),
    ...foundNothing.map(([address]) => `${address} found nothing`),
    ...Object.entries(outputs).flatMap(([name, value]) =>
      isEmpty(value) ? [`output ${name} is empty`] : [],
    ),
  ];
};
